"""How the page of the demonstration looks: the desk's tokens, a shape beside every colour, no script, no request."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

__all__ = ["FAMILIES", "ICONS", "STYLE", "family"]

FAMILIES: Final = {
    "cleared_with_advice": "calm",
    "ordinary_care": "watch",
    "quarantine_handover": "watch",
    "referred_and_received": "hold",
    "emergency_handover": "emergency",
    "refused_referred_to_authority": "unknown",
    "left_before_end": "unknown",
    "death": "emergency",
}
"""Outcome -> family: its colour and its shape."""

ICONS: Final = {
    "calm": "M5 12.5l4.5 4.5L19 7.5",
    "watch": "M2.5 12s3.5-6 9.5-6 9.5 6 9.5 6-3.5 6-9.5 6-9.5-6-9.5-6zM12 9.5a2.5 2.5 0 100 5 2.5 2.5 0 000-5z",
    "hold": "M8 12V5.5a1.5 1.5 0 013 0V11m0-6.5a1.5 1.5 0 013 0V11m0-5a1.5 1.5 0 013 0v8c0 4-2 7-5.500 7S7 19 5 15.500"
    "c-.8-1.400 1.200-2.500 2.200-1.200L8 15.500",
    "emergency": "M12 4v16M4 12h16",
    "unknown": "M8.500 9a3.500 3.500 0 116 2.400c-1.300 1.100-2.500 1.700-2.500 3.300M12 18.500v.5",
}
"""Strokes of 2 px on a grid of 24: tick, eye, hand, cross, question mark."""

STYLE: Final = """
:root{--paper:#F6F7F9;--surface:#fff;--line:#D3DAE1;--ink:#15202B;--muted:#475563;--action:#0A4F8C;--focus:#FFB000;
--calm:#14573A;--watch:#6B4700;--hold:#8F2F00;--emergency:#A1001C;--unknown:#3F4283;
--calm-bg:#E7F3EC;--watch-bg:#FBF1DC;--hold-bg:#FCEBE2;--emergency-bg:#FDE8EB;--unknown-bg:#ECEDF8}
@media (prefers-color-scheme:dark){:root{--paper:#10161D;--surface:#18212B;--line:#314050;--ink:#F2F5F8;--muted:#B4C0CC;
--action:#8CC6FF;--calm:#8FD9B4;--watch:#F2C879;--hold:#FFB08A;--emergency:#FF9AA9;--unknown:#B9BDF7;
--calm-bg:#16302A;--watch-bg:#352C1B;--hold-bg:#3A2419;--emergency-bg:#3D1B22;--unknown-bg:#262843}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.45 "Noto Sans","Segoe UI",system-ui,sans-serif}
main,header,footer{max-width:1180px;margin:0 auto;padding:0 24px}
header{padding-top:40px}
h1{font-size:36px;line-height:1.15;margin:0 0 8px;letter-spacing:-.01em}
h2{font-size:22px;margin:56px 0 8px}
p{max-width:74ch;margin:8px 0}
.muted,small{color:var(--muted)}
small{font-size:14px}
a{color:var(--action)}
:focus-visible{outline:3px solid var(--focus);outline-offset:2px}
.pick{position:absolute;opacity:0}
.langs{float:right;margin:4px 0 0 24px}
.langs label{display:inline-block;
border:1px solid var(--line);background:var(--surface);padding:6px 14px;cursor:pointer}
.langs label:first-child{border-radius:8px 0 0 8px}.langs label:last-child{border-radius:0 8px 8px 0;border-left:0}
#es:checked~* .langs [for=es],#en:checked~* .langs [for=en]{background:var(--action);color:var(--surface)}
#es:focus-visible~* .langs [for=es],#en:focus-visible~* .langs [for=en]{outline:3px solid var(--focus)}
#es:checked~* [lang=en],#en:checked~* [lang=es]{display:none}
.figures{display:grid;grid-template-columns:repeat(auto-fit,minmax(150px,1fr));gap:8px;margin:24px 0 8px}
.figures div,.card,.kill,figure{background:var(--surface);border:1px solid var(--line);border-radius:8px}
.figures div{padding:14px 16px}
.figures b{display:block;font-size:34px;line-height:1.1;font-variant-numeric:tabular-nums}
.chart{width:100%;height:auto;background:var(--surface);border:1px solid var(--line);border-radius:8px}
.chart text{fill:var(--muted);font-size:13px}.chart .n{fill:var(--surface);font-weight:600;font-size:12px}
.chart line{stroke:var(--line)}
.scroll{overflow-x:auto}
table{border-collapse:collapse;width:100%;background:var(--surface);border:1px solid var(--line);font-size:15px}
th{text-align:start;color:var(--muted);font-weight:600;font-size:14px;background:var(--paper)}
th,td{padding:8px 10px;border-bottom:1px solid var(--line);vertical-align:top}
.file{white-space:nowrap;font-size:13px}
td.num{font-variant-numeric:tabular-nums;white-space:nowrap}
.badge{display:inline-flex;gap:6px;align-items:center;border-radius:6px;padding:2px 9px 2px 6px;font-weight:600}
.badge svg{width:18px;height:18px;flex:none}
.badge svg path,.chart .shape{fill:none;stroke:currentColor;stroke-width:2;stroke-linecap:round;stroke-linejoin:round}
.calm{color:var(--calm);background:var(--calm-bg)}.watch{color:var(--watch);background:var(--watch-bg)}
.hold{color:var(--hold);background:var(--hold-bg)}.emergency{color:var(--emergency);background:var(--emergency-bg)}
.unknown{color:var(--unknown);background:var(--unknown-bg)}
.card{margin:10px 0}
.card summary{padding:12px 16px;cursor:pointer;
display:grid;grid-template-columns:34px 58px 1fr auto;gap:12px;align-items:baseline}
.card[open] summary{border-bottom:1px solid var(--line)}
.card .body{display:grid;grid-template-columns:minmax(0,1fr) 300px;gap:28px;padding:14px 16px 18px}
.card .body.plain{grid-template-columns:1fr}
.card h3{font-size:14px;color:var(--muted);margin:16px 0 4px;font-weight:600}
.card h3:first-child{margin-top:0}
.steps{margin:0;padding:0;list-style:none;columns:2;column-gap:28px;font-size:14px}
.steps li{break-inside:avoid;padding:3px 0;border-bottom:1px solid var(--line);overflow-wrap:anywhere}
.steps b{font-weight:600}.steps i{color:var(--muted);font-style:normal}
.steps .act{color:var(--action);font-weight:600}
.kill{padding:6px 24px 18px;border-left:6px solid var(--emergency)}
.kill ol{display:grid;grid-template-columns:repeat(4,1fr);gap:14px;list-style:none;padding:0;margin:14px 0 0}
.kill li b{display:block;font-size:24px;font-variant-numeric:tabular-nums}
.gallery{display:grid;grid-template-columns:repeat(auto-fill,minmax(250px,1fr));gap:14px}
.gallery.wide{grid-template-columns:repeat(auto-fill,minmax(480px,1fr))}
figure{margin:0;padding:10px}
figure img{width:100%;height:auto;display:block;border:1px solid var(--line);background:#fff}
figcaption{font-size:14px;padding:8px 2px 0;color:var(--muted)}
footer{padding:48px 24px 64px}
@media (max-width:760px){.card .body{grid-template-columns:1fr}.steps{columns:1}.kill ol{grid-template-columns:1fr 1fr}
.card summary{grid-template-columns:30px 50px 1fr}.gallery.wide{grid-template-columns:1fr}}
@media print{.langs{display:none}.card{break-inside:avoid}}
"""


def family(traveller: Mapping[str, Any]) -> str:
    """The family of the outcome a traveller came to."""
    return FAMILIES.get(traveller["outcome"]["id"], "unknown")
