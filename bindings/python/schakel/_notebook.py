"""Results that show themselves in a notebook."""
from __future__ import annotations

import html


def frame(page: str, height: str = "28em") -> str:
    """A whole page inside another one: its own styles stay in, and nothing in it can run."""
    return (
        f'<iframe srcdoc="{html.escape(page)}" sandbox="" title="Schakel" loading="lazy" '
        f'style="width: 100%; height: {height}; border: 1px solid #ccc"></iframe>'
    )


def preformatted(text: str) -> str:
    """Terminal text."""
    return f'<pre style="white-space: pre-wrap">{html.escape(text)}</pre>'
