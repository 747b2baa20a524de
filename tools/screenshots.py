"""The pictures in README and docs/, taken from a running demo and made small.

./demo                                        (in another window)
.venv/bin/python tools/screenshots.py [--site http://127.0.0.1:8000] [--data var]
"""

from __future__ import annotations

import argparse
import io
import json
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
PICTURES = ROOT / "docs/pictures"
LIST = "/demokrati/internationellt-arbete/kalmars-vanorter/"


@dataclass(frozen=True)
class Shot:
    """One picture: its name, the address, the window in CSS pixels, and whether one must be signed in."""

    name: str
    path: str
    width: int = 1200
    height: int = 1500
    scheme: Literal["light", "dark"] = "light"
    is_editors: bool = False


SHOTS = (
    Shot("overview", LIST, height=900),
    Shot("list", LIST + "#ties", height=1400),
    Shot("town", LIST + "wismar/", height=1000),
    Shot("phone", LIST, width=390, height=844),
    Shot("dark", LIST + "silkeborg/", height=1000, scheme="dark"),
    Shot("editors", "/redigera/", height=900, is_editors=True),
)


def parse(argv: list[str]) -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--site", default="http://127.0.0.1:8000", help="where the demo is served")
    parser.add_argument("--data", type=Path, default=ROOT / "var", help="the demo's data folder, for its login")
    parser.add_argument("names", nargs="*", help="only these")
    return parser.parse_args(argv)


def signer_in(site: str, data: Path) -> Callable[[Page], None]:
    """Return what signs a page in as the demo's coordinator."""
    logins = json.loads((data / "demo.json").read_text())["logins"]
    login = next(one for one in logins if one["role"] == "samordnare")

    def sign_in(page: Page) -> None:
        page.goto(site + "/redigera/admin/login/")
        page.fill("input[name=username]", login["username"])
        page.fill("input[name=password]", login["password"])
        page.press("input[name=password]", "Enter")
        page.wait_for_url(lambda url: "/login/" not in url)

    return sign_in


def take(browser: Browser, site: str, shot: Shot, sign_in: Callable[[Page], None]) -> bytes:
    """Return the picture as PNG; RuntimeError when the address does not answer 200."""
    context = browser.new_context(
        viewport={"width": shot.width, "height": shot.height}, color_scheme=shot.scheme, locale="sv-SE"
    )
    page = context.new_page()
    if shot.is_editors:
        sign_in(page)
    answer = page.goto(site + shot.path)
    if answer is None or answer.status != 200:
        raise RuntimeError(f"{site + shot.path} did not answer 200")
    picture = page.screenshot()
    context.close()
    return picture


def made_small(png: bytes) -> bytes:
    """Return the picture in at most 128 colours: a fifth of the bytes, and nobody sees it."""
    out = io.BytesIO()
    Image.open(io.BytesIO(png)).convert("RGB").quantize(128, dither=Image.Dither.NONE).save(out, "PNG", optimize=True)
    return out.getvalue()


def main(argv: list[str]) -> int:
    """Take the pictures; return the exit code."""
    options = parse(argv)
    chromium = shutil.which("chromium")
    if chromium is None:
        print("chromium is missing. As root: apt-get install chromium", file=sys.stderr)
        return 1
    PICTURES.mkdir(parents=True, exist_ok=True)
    sign_in = signer_in(options.site, options.data)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        for shot in SHOTS:
            if options.names and shot.name not in options.names:
                continue
            path = PICTURES / f"{shot.name}.png"
            path.write_bytes(made_small(take(browser, options.site, shot, sign_in)))
            print(f"{path.relative_to(ROOT)}  {path.stat().st_size // 1024} kB")
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
