"""`python -m conventassembler`."""

from conventassembler.entering import main

if __name__ == "__main__":
    main()
