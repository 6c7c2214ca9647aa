"""Python's garbage is collected on the main thread alone: a thread that drew a page must never delete a widget."""

import gc

from PySide6.QtCore import QObject, QTimer, Slot

_INTERVAL = 2_000  # milliseconds


class Garbage(QObject):
    """While it works, automatic collection is off and a timer of the main thread does it, by Python's own thresholds.

    Automatic collection runs on whichever thread happens to allocate, and Qt aborts when a widget of a forgotten cycle
    dies on another thread than the one it was made on.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._was_on = False
        self._timer = QTimer(self)
        self._timer.setInterval(_INTERVAL)
        self._timer.timeout.connect(self._on_timeout)

    def start(self) -> None:
        """Collect here from now on."""
        self._was_on = gc.isenabled()
        gc.disable()
        self._timer.start()

    def stop(self) -> None:
        """Leave it to Python again, if that did it before."""
        self._timer.stop()
        if self._was_on:
            gc.enable()

    @Slot()
    def _on_timeout(self) -> None:
        full = [
            generation
            for generation, (count, threshold) in enumerate(zip(gc.get_count(), gc.get_threshold(), strict=True))
            if count > threshold
        ]
        if full:
            gc.collect(max(full))
