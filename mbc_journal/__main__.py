"""`python -m mbc_journal`: verbs, or the window when there is none."""

import sys

from mbc_journal import cli


def main() -> None:
    """Run the command line and end with its exit code."""
    sys.exit(cli.main(sys.argv[1:]))


if __name__ == "__main__":
    main()
