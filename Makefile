# The doors of Care Journal: run, demo, test, check, test-faults, bench, package, messages. For Linux and macOS.
# Each does its own set-up: a Python that fits, .venv with the tested versions, and the system's libraries.

.PHONY: run demo test check test-faults bench package messages python
.NOTPARALLEL:
.DEFAULT_GOAL := run

VENV := .venv
IN := $(VENV)/bin/python
ARGS :=

# The first Python that runs (a version manager's stand-in may be there and fail), has 64 bits and is in range.
FITS := import sys; sys.exit(not ((3, 11) <= sys.version_info < (3, 15) and sys.maxsize > 2**32))
PYTHON := $(shell for name in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$name -c '$(FITS)' >/dev/null 2>&1 && { command -v $$name; break; }; done)

# What each door asks of the system, as thing=Debian package: a library, a program, or a part of Python.
VENV_NEEDS := ensurepip=python3-venv
QT_NEEDS := libGL.so.1=libgl1 libEGL.so.1=libegl1 libfontconfig.so.1=libfontconfig1 libdbus-1.so.3=libdbus-1-3 \
	libglib-2.0.so.0=libglib2.0-0 libxkbcommon.so.0=libxkbcommon0
WINDOW_NEEDS := libxkbcommon-x11.so.0=libxkbcommon-x11-0 libxcb-cursor.so.0=libxcb-cursor0 \
	libxcb-icccm.so.4=libxcb-icccm4 libxcb-keysyms.so.1=libxcb-keysyms1 libxcb-shape.so.0=libxcb-shape0
run_NEEDS := $(VENV_NEEDS) $(QT_NEEDS) $(if $(DISPLAY)$(WAYLAND_DISPLAY),$(WINDOW_NEEDS))
demo_NEEDS := $(VENV_NEEDS) $(QT_NEEDS)
test_NEEDS := $(VENV_NEEDS) $(QT_NEEDS) pdftotext=poppler-utils strace=strace
bench_NEEDS := $(VENV_NEEDS) $(QT_NEEDS)
faults_NEEDS := $(test_NEEDS) unshare=util-linux mount=mount
check_NEEDS := $(VENV_NEEDS)
package_NEEDS := $(VENV_NEEDS) $(QT_NEEDS) objdump=binutils dpkg-deb=dpkg

# Asks the loader, not the package list. Nothing missing: no word. Never calls sudo.
define ASK_SYSTEM
import ctypes, importlib.util, os, shutil, subprocess, sys

def is_there(thing):
    if ".so." not in thing:
        return shutil.which(thing) or importlib.util.find_spec(thing)
    try:
        return ctypes.CDLL(thing)
    except OSError:
        return None

missing = dict(need.split("=") for need in sys.argv[1:] if not is_there(need.split("=")[0]))
if not missing or sys.platform != "linux":
    sys.exit(0)
packages = sorted(set(missing.values()))
if not shutil.which("apt-get"):
    sys.exit("Missing: " + " ".join(missing) + "\nInstall them with your system's package tool, then run make again.")
install = ["apt-get", "install", "--no-install-recommends"]
if os.geteuid() != 0:
    sys.exit("Missing: " + " ".join(missing) + "\nRun this, then make again:\n  sudo " + " ".join(install + packages))
environment = dict(os.environ, DEBIAN_FRONTEND="noninteractive")
sys.exit(subprocess.call(["apt-get", "update"], env=environment)
         or subprocess.call(install + ["-y"] + packages, env=environment))
endef
export ASK_SYSTEM

# Without a display that can be reached Qt aborts: a child tries first. Ends with the reason if there is none.
define CAN_SHOW
import os, subprocess, sys
if sys.platform == "linux" and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
    sys.exit("neither DISPLAY nor WAYLAND_DISPLAY is set")
if os.environ.get("QT_QPA_PLATFORM", "").split(":")[0] in ("offscreen", "minimal", "vnc"):
    sys.exit("QT_QPA_PLATFORM asks for no window")
start = "from PySide6.QtGui import QGuiApplication; QGuiApplication([])"
child = subprocess.run([sys.executable, "-c", start], stderr=subprocess.PIPE, text=True, errors="replace")
if child.returncode:
    sys.exit(([line for line in child.stderr.splitlines() if line.strip()] or ["Qt could not start"])[-1])
endef
export CAN_SHOW

run: system-run $(VENV)/ready-run
	@if why=$$($(IN) -c "$$CAN_SHOW" 2>&1); then exec $(IN) -m mbc_journal $(ARGS); fi; \
	echo "No window can be shown here: $$why"; \
	echo "Making the demo instead."; \
	exec $(MAKE) --no-print-directory demo

demo: system-demo $(VENV)/ready-run
	@rm -rf build/demo
	@$(IN) -m mbc_journal demo build/demo $(ARGS)

test: system-test $(VENV)/ready-dev
	$(IN) -m pytest $(ARGS)

check: system-check $(VENV)/ready-dev
	$(IN) -m ruff check
	$(IN) -m ruff format --check
	$(IN) -m mypy

test-faults: system-faults $(VENV)/ready-dev
	$(IN) -m pytest tests/faults/sweeps.py $(ARGS)

bench: system-bench $(VENV)/ready-dev
	$(IN) -m bench $(ARGS)

system-%: python
	@$(PYTHON) -c "$$ASK_SYSTEM" $($*_NEEDS)

python:
	@test -n "$(PYTHON)" || { echo "Care Journal needs Python 3.11, 3.12, 3.13 or 3.14 with 64 bits; none was found."; exit 1; }

# .venv is stamped with the folder it was made in, after success only: a moved checkout or a gone Python sets it up anew.
ifneq ($(shell $(IN) -c 'print("runs")' 2>/dev/null) $(shell cat $(VENV)/ready-run 2>/dev/null),runs $(CURDIR))
$(shell rm -f $(VENV)/ready-run $(VENV)/ready-dev)
endif

$(VENV)/ready-run: EXTRA :=
$(VENV)/ready-dev: EXTRA := [dev]
$(VENV)/ready-run $(VENV)/ready-dev: pyproject.toml constraints.txt
	@echo "Setting up $(VENV) (a few minutes the first time)"
	@$(IN) -m pip --version >/dev/null 2>&1 || { rm -rf $(VENV); $(PYTHON) -m venv $(VENV); }
	@$(IN) -m pip install --quiet --disable-pip-version-check --no-input --retries 2 \
		-c constraints.txt -e '.$(EXTRA)' >$(VENV)/pip.log 2>&1 || { grep -i error: $(VENV)/pip.log | tail -n 1; \
		echo "The packages could not be fetched: run make again when online."; exit 1; }
	@echo "$(CURDIR)" | tee $(VENV)/ready-run >$@
