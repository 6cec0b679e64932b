"""Where the program is entered: before the command line, whose loading takes a moment."""

import _thread
import atexit
import gc
import sys

_INTERRUPTED = 130
"""What a shell expects of a program that Ctrl-C ended."""
_RARELY = 200_000
"""Objects made before garbage is looked for: more than one act needs. Loading the program makes
many, of which none is garbage; to look through them again and again took a tenth of a build."""


def main() -> None:
    """Run the command line; who presses Ctrl-C, while it is loaded too, sees no trace of ours."""
    sys.unraisablehook = _untold
    gc.set_threshold(_RARELY)
    # At its end Python looks for garbage in all that there is, several times over: a quarter of a
    # build, for memory that the system takes back at once. What is frozen is not looked through.
    atexit.register(gc.freeze)
    try:
        from conventassembler.cli.again import one_look, told_again  # noqa: PLC0415 -- Ctrl-C meanwhile

        words = sys.argv[1:]
        with one_look(words):
            if (code := told_again(words)) is not None:
                sys.exit(code)
            from conventassembler.cli import main as run  # noqa: PLC0415 -- as above

            run()
    except KeyboardInterrupt:
        sys.exit(_INTERRUPTED)


def _untold(lost: "sys.UnraisableHookArgs") -> None:
    """Let Ctrl-C come anew where it fell into what can raise nothing, and would be lost.

    Imports let go of locks in such a place. Another thread tells this one, which is then out of it.
    """
    if lost.exc_type is not KeyboardInterrupt:
        sys.__unraisablehook__(lost)
    elif not sys.is_finalizing():  # where it ends anyway, no thread can be started
        _thread.start_new_thread(_interrupt, (_thread.get_ident(),))


def _interrupt(thread: int) -> None:
    """Send Ctrl-C to the thread of the program; one that waits, waits no longer."""
    import signal  # noqa: PLC0415 -- hardly ever

    if hasattr(signal, "pthread_kill"):
        signal.pthread_kill(thread, signal.SIGINT)
    else:  # Windows
        _thread.interrupt_main()
