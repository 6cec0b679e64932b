"""`python -m conventassembler`."""

from conventassembler.cli import main

if __name__ == "__main__":
    main()
