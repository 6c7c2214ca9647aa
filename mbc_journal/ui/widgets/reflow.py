"""Which of the arrangements a row of segments takes: pure arithmetic on widths."""

from collections.abc import Sequence
from itertools import pairwise


def rows(width: int, naturals: Sequence[int]) -> tuple[tuple[int, ...], ...]:
    """Widths of the segments in each line, for a track `width` wide whose segments need `naturals`.

    The first that fits: all equal; natural widths, stretched alike; two lines (3 + 2), equal; one column.
    """
    count, widest, total = len(naturals), max(naturals), sum(naturals)
    if count * widest <= width:
        return (equal(width, count),)
    if total <= width:
        extra = equal(width - total, count)
        return (tuple(natural + more for natural, more in zip(naturals, extra, strict=True)),)
    first = (count + 1) // 2
    if first > 1 and first * widest <= width:
        each = equal(width, first)
        return each, each[: count - first]
    return tuple((max(width, widest),) for _segment in naturals)


def equal(width: int, count: int) -> tuple[int, ...]:
    """`width` in `count` parts that differ by a pixel at most and leave none over."""
    edges = [width * index // count for index in range(count + 1)]
    return tuple(right - left for left, right in pairwise(edges))
