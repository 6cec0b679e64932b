"""Whether a process still runs on this computer: what a lock asks before it is believed."""

import os
import sys

if sys.platform == "win32":
    import ctypes

    _QUERY = 0x1000
    """PROCESS_QUERY_LIMITED_INFORMATION."""
    _STILL_ACTIVE = 259
    _ACCESS_DENIED = 5

    def is_alive(pid: int) -> bool:
        """Tell whether a process of that number runs here.

        `os.kill` with 0, which asks elsewhere, sends Ctrl+C on Windows.
        """
        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        kernel.OpenProcess.restype = ctypes.c_void_p
        process = kernel.OpenProcess(_QUERY, False, ctypes.c_ulong(pid))
        if not process:
            return ctypes.get_last_error() == _ACCESS_DENIED  # it is somebody else's
        code = ctypes.c_ulong()
        asked = kernel.GetExitCodeProcess(ctypes.c_void_p(process), ctypes.byref(code))
        kernel.CloseHandle(ctypes.c_void_p(process))
        return not asked or code.value == _STILL_ACTIVE

else:

    def is_alive(pid: int) -> bool:
        """Tell whether a process of that number runs here."""
        if pid <= 0:  # a group of processes, to the system
            return False
        try:
            os.kill(pid, 0)
        except (ProcessLookupError, OverflowError):
            return False
        except OSError:  # it is somebody else's
            return True
        return True
