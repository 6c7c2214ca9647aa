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
# A screen reader's own way to the window, for one test: put in where that needs nobody's help, else the test is skipped.
EAR_WISHES := $(addprefix ?,$(WINDOW_NEEDS) Xvfb=xvfb dbus-run-session=dbus /usr/libexec/at-spi-bus-launcher=at-spi2-core \
	/usr/lib/python3/dist-packages/gi=python3-gi /usr/lib/*/girepository-1.0/Atspi-2.0.typelib=gir1.2-atspi-2.0)
run_NEEDS := $(VENV_NEEDS) $(QT_NEEDS) $(if $(DISPLAY)$(WAYLAND_DISPLAY),$(WINDOW_NEEDS))
demo_NEEDS := $(VENV_NEEDS) $(QT_NEEDS)
test_NEEDS := $(VENV_NEEDS) $(QT_NEEDS) pdftotext=poppler-utils strace=strace $(EAR_WISHES)
bench_NEEDS := $(VENV_NEEDS) $(QT_NEEDS)
faults_NEEDS := $(test_NEEDS) unshare=util-linux setpriv=util-linux mount=mount
check_NEEDS := $(VENV_NEEDS)
package_NEEDS := $(VENV_NEEDS) $(QT_NEEDS) objdump=binutils dpkg-deb=dpkg

# Asks the loader, not the package list. Nothing missing: no word. Never calls sudo.
define ASK_SYSTEM
import ctypes, glob, importlib.util, os, shutil, subprocess, sys

def is_there(thing):
    if thing.startswith("/"):
        return glob.glob(thing)
    if ".so." not in thing:
        return shutil.which(thing) or importlib.util.find_spec(thing)
    try:
        return ctypes.CDLL(thing)
    except OSError:
        return None

can_install = shutil.which("apt-get") and os.geteuid() == 0
asked = [need.lstrip("?") for need in sys.argv[1:] if can_install or not need.startswith("?")]
missing = dict(need.split("=") for need in asked if not is_there(need.split("=")[0]))
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
	$(IN) -m pytest --numprocesses auto --dist worksteal $(ARGS)

check: system-check $(VENV)/ready-dev
	$(IN) -m ruff check
	$(IN) -m ruff format --check
	$(IN) -m mypy

test-faults: system-faults $(VENV)/ready-dev
	$(IN) -m tests.faults.sweeps $(ARGS)

# A wheel, a source archive, a folder that runs without Python, and a package for Debian; all in build/.
package: system-package $(VENV)/ready-package
	@rm -rf build/package && mkdir -p build/package
	$(IN) -m hatchling build -d build/package
	$(IN) -m PyInstaller --log-level WARN --noconfirm --name mbc-journal \
		--add-data "$(CURDIR)/resources:mbc_journal/resources" --hidden-import matplotlib.backends.backend_svg \
		--distpath build/package --workpath build/pyinstaller --specpath build/pyinstaller "$(CURDIR)/mbc_journal/__main__.py"
	@$(IN) -c "$$DEBIAN" build/package build/deb
	dpkg-deb --build --root-owner-group -Zgzip build/deb build/package >/dev/null
	@rm -rf build/deb && ls -d build/package/*

# Every text for people, from the code and from the scales, as a template for translators.
messages: system-check $(VENV)/ready-dev
	@mkdir -p build && $(IN) -m pip install --quiet --disable-pip-version-check babel && $(IN) -c "$$MESSAGES" build/mbc_journal.pot

bench: system-bench $(VENV)/ready-dev
	$(IN) -m bench $(ARGS)

define DEBIAN
import importlib.metadata, pathlib, re, shutil, sys

made, root = map(pathlib.Path, sys.argv[1:])
shutil.rmtree(root, ignore_errors=True)
shutil.copytree(made / "mbc-journal", root / "opt/mbc-journal", symlinks=True)
for folder in ("DEBIAN", "usr/bin", "usr/share/applications", "usr/share/icons/hicolor/scalable/apps"):
    (root / folder).mkdir(parents=True)
(root / "usr/bin/mbc-journal").symlink_to("/opt/mbc-journal/mbc-journal")
shutil.copy("resources/icons/app.svg", root / "usr/share/icons/hicolor/scalable/apps/mbc-journal.svg")
(root / "usr/share/applications/mbc-journal.desktop").write_text(
    "[Desktop Entry]\nType=Application\nName=Care Journal\nExec=mbc-journal\nIcon=mbc-journal\nCategories=Utility;\n")
version = re.sub(r"\.(dev|a|b|rc)", r"~\1", importlib.metadata.version("mbc-journal"))
needs = sorted(need.split("=")[1] for need in "$(QT_NEEDS) $(WINDOW_NEEDS)".split())
(root / "DEBIAN/control").write_text(
    f"Package: mbc-journal\nVersion: {version}\nArchitecture: amd64\nMaintainer: the mbc-journal contributors\n"
    f"Depends: {', '.join(needs)}\nSection: misc\nPriority: optional\nDescription: a private care journal\n")
endef
export DEBIAN

define MESSAGES
import json, pathlib, sys
from babel.messages import catalog, extract, pofile

SPOKEN = {"label", "short", "ask_today", "ask_week", "ask_impact", "ask_impact_week", "unit_one", "reads_like", "severity",
          "impact", "how-hard", "yes-no", "body_sites", "body_sides"}

def spoken(value, key=""):
    if isinstance(value, dict):
        for name, inner in value.items():
            if name != "unit" or value.get("kind") == "count":
                yield from spoken(inner, "label" if name == "unit" else name)
    elif isinstance(value, list):
        for inner in value:
            yield from spoken(inner, key)
    elif value and key in SPOKEN:
        yield value

found = catalog.Catalog(project="Care Journal")
words = {"_": None, "N_": None, "ngettext": (1, 2)}
for name, line, text, notes, _ in extract.extract_from_dir("mbc_journal", [("**.py", "python")], keywords=words):
    found.add(text, locations=[("mbc_journal/" + name, line)], auto_comments=notes)
for path in sorted(pathlib.Path("resources/scales").glob("*.json")):
    for text in spoken(json.loads(path.read_text(encoding="utf-8"))):
        found.add(text, locations=[(path.as_posix(), 1)])
with open(sys.argv[1], "wb") as file:
    pofile.write_po(file, found, sort_by_file=True, width=120)
print(f"{sys.argv[1]}: {len(found)} texts")
endef
export MESSAGES

system-%: python
	@$(PYTHON) -c "$$ASK_SYSTEM" $($*_NEEDS)

python:
	@test -n "$(PYTHON)" || { echo "Care Journal needs Python 3.11, 3.12, 3.13 or 3.14 with 64 bits; none was found."; exit 1; }

# .venv is stamped with the folder it was made in, after success only: a moved checkout or a gone Python sets it up anew.
ifneq ($(shell $(IN) -c 'print("runs")' 2>/dev/null) $(shell cat $(VENV)/ready-run 2>/dev/null),runs $(CURDIR))
$(shell rm -f $(VENV)/ready-*)
endif

$(VENV)/ready-run: EXTRA :=
$(VENV)/ready-dev: EXTRA := [dev]
$(VENV)/ready-package: EXTRA := [package]
$(VENV)/ready-package: BUILDERS := hatchling
$(VENV)/ready-run $(VENV)/ready-dev $(VENV)/ready-package: pyproject.toml constraints.txt
	@echo "Setting up $(VENV) (a few minutes the first time)"
	@$(IN) -m pip --version >/dev/null 2>&1 || { rm -rf $(VENV); $(PYTHON) -m venv $(VENV); }
	@$(IN) -m pip install --quiet --disable-pip-version-check --no-input --retries 2 \
		-c constraints.txt -e '.$(EXTRA)' $(BUILDERS) >$(VENV)/pip.log 2>&1 || { grep -i error: $(VENV)/pip.log | tail -n 1; \
		echo "The packages could not be fetched: run make again when online."; exit 1; }
	@echo "$(CURDIR)" | tee $(VENV)/ready-run >$@
