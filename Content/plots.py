#!/usr/bin/env python3
"""Draws the plots among the pictures from the formulas they show: `python3 Content/plots.py` writes them anew.

Standard library only. The same formulas give the same files, so a change of a picture is a change of its formula.
"""
import math
from pathlib import Path

FOLDER = Path(__file__).parent / "assets" / "pictures"
WIDTH, HEIGHT = 640, 360
LEFT, RIGHT, TOP, BOTTOM = 62, 20, 26, 52
CLASSES = {"trace": "#a33", "second": "#357", "third": "#363", "fourth": "#752"}


def number(value):
    return f"{value:.1f}".rstrip("0").rstrip(".")


def words(x, y, text, anchor="middle", css="", size=None, extra=""):
    """One text for all languages, or a pair of Chinese and English."""
    size = f' font-size="{size}"' if size else ""
    css = f' class="{css}"' if css else ""
    pairs = [("", text)] if isinstance(text, str) else [(' lang="zh"', text[0]), (' lang="en"', text[1])]
    return "".join(
        f'<text x="{number(x)}" y="{number(y)}" text-anchor="{anchor}"{css}{size}{lang}{extra}>{t}</text>\n' for lang, t in pairs)


class Plot:
    """Axes with a linear or logarithmic scale, curves, bars and labels."""

    def __init__(self, x, y, x_title, y_title, log_x=False, log_y=False):
        self.x, self.y, self.log_x, self.log_y = x, y, log_x, log_y
        self.parts = []
        self.titles(x_title, y_title)

    def across(self, value):
        low, high, value = (map(math.log, (*self.x, value)) if self.log_x else (*self.x, value))
        return LEFT + (value - low) / (high - low) * (WIDTH - LEFT - RIGHT)

    def up(self, value):
        low, high, value = (map(math.log, (*self.y, value)) if self.log_y else (*self.y, value))
        return HEIGHT - BOTTOM - (value - low) / (high - low) * (HEIGHT - TOP - BOTTOM)

    def titles(self, x_title, y_title):
        self.parts.append(words((LEFT + WIDTH - RIGHT) / 2, HEIGHT - 8, x_title, css="soft", size=13))
        self.parts.append(words(LEFT - 50, 16, y_title, anchor="start", css="soft", size=13))

    def ticks(self, xs, ys):
        for value, label in xs:
            x = number(self.across(value))
            self.parts.append(f'<path class="axis" d="M{x} {TOP}V{HEIGHT - BOTTOM}" fill="none" stroke="#bbb"/>\n')
            self.parts.append(words(float(x), HEIGHT - BOTTOM + 18, label, css="soft", size=12))
        for value, label in ys:
            y = number(self.up(value))
            self.parts.append(f'<path class="axis" d="M{LEFT} {y}H{WIDTH - RIGHT}" fill="none" stroke="#bbb"/>\n')
            self.parts.append(words(LEFT - 8, float(y) + 4, label, anchor="end", css="soft", size=12))

    def curve(self, points, css="trace", dashes=None):
        low, high = self.y
        steps, pen = [], "M"
        for x, y in points:
            if not low <= y <= high:
                pen = "M"
                continue
            steps.append(f"{pen}{number(self.across(x))} {number(self.up(y))}")
            pen = "L"
        dash = f' stroke-dasharray="{dashes}"' if dashes else ""
        self.parts.append(f'<path class="{css}" fill="none" stroke="{CLASSES[css]}" stroke-width="2.2"{dash} d="{"".join(steps)}"/>\n')

    def label(self, x, y, text, css="", anchor="start", shift=(0, 0)):
        self.parts.append(words(self.across(x) + shift[0], self.up(y) + shift[1], text, anchor=anchor, css=css, size=13))

    def key(self, entries, x=LEFT + 14, y=TOP + 16):
        for row, (css, dashes, text) in enumerate(entries):
            at = y + row * 20
            dash = f' stroke-dasharray="{dashes}"' if dashes else ""
            self.parts.append(f'<path class="{css}" fill="none" stroke="{CLASSES[css]}" stroke-width="2.2"{dash} d="M{x} {at - 4}h26"/>\n')
            self.parts.append(words(x + 34, at, text, anchor="start", size=13))

    def save(self, name):
        save(name, "".join(self.parts), HEIGHT)


def save(name, body, height):
    FOLDER.mkdir(parents=True, exist_ok=True)
    (FOLDER / f"{name}.svg").write_text(
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" font-size="15">\n{body}</svg>\n', encoding="utf-8")


def span(low, high, count):
    return [low + (high - low) * i / count for i in range(count + 1)]


def geometric(low, high, count):
    return [low * (high / low) ** (i / count) for i in range(count + 1)]


def activation_functions():
    sigmoid = lambda x: 1 / (1 + math.exp(-x))
    plot = Plot((-4, 4), (-0.6, 4), "x", ("输出", "output"))
    plot.ticks([(v, f"{v}") for v in range(-4, 5)], [(v, f"{v}") for v in range(0, 5)])
    xs = span(-4, 4, 160)
    plot.curve([(x, max(0, x)) for x in xs], "second", "7 4")
    plot.curve([(x, x * 0.5 * (1 + math.erf(x / math.sqrt(2)))) for x in xs], "trace")
    plot.curve([(x, x * sigmoid(x)) for x in xs], "third")
    plot.curve([(x, sigmoid(x)) for x in xs], "fourth", "2 3")
    plot.key([("second", "7 4", "ReLU"), ("trace", None, "GELU"), ("third", None, "SiLU (Swish)"), ("fourth", "2 3", "sigmoid")])
    plot.save("activation-functions")


def rope_decay():
    """The bound on the score that RoPE's paper derives: the mean length of partial sums of rotating phases, for d = 128."""
    d, base = 128, 10000
    angles = [base ** (-2 * i / d) for i in range(d // 2)]

    def bound(distance):
        total, re, im = 0.0, 0.0, 0.0
        for angle in angles:
            re, im = re + math.cos(distance * angle), im + math.sin(distance * angle)
            total += math.hypot(re, im)
        return total / len(angles)

    start = bound(0)
    plot = Plot((0, 256), (0, 1), ("两个 token 相隔的距离", "distance between two tokens"), ("相对上界", "relative bound"))
    plot.ticks([(v, f"{v}") for v in range(0, 257, 32)], [(v / 5, f"{v / 5:.1f}") for v in range(6)])
    plot.curve([(x, bound(x) / start) for x in span(0, 256, 256)])
    plot.label(128, 0.86, "d = 128, base = 10000", css="soft", anchor="start")
    plot.save("rope-decay")


def memory_against_context():
    """KV cache of Llama 3 8B in BF16: 32 layers, 8 of 32 heads for keys and values, 128 dimensions each, beside its weights."""
    def cache(heads):
        return lambda tokens: 2 * 32 * heads * 128 * 2 * tokens / 2**30

    plot = Plot((1024, 131072), (0.1, 1000), ("上下文长度（token）", "context length (tokens)"), ("GiB", "GiB"), log_x=True, log_y=True)
    plot.ticks([(2**k * 1024, f"{2**k}K") for k in range(8)], [(v, f"{v:g}") for v in (0.1, 1, 10, 100, 1000)])
    xs = geometric(1024, 131072, 40)
    plot.curve([(x, cache(32)(x)) for x in xs], "second")
    plot.curve([(x, cache(8)(x)) for x in xs], "trace")
    plot.curve([(x, cache(1)(x)) for x in xs], "third")
    plot.curve([(x, 8.03e9 * 2 / 2**30) for x in xs], "fourth", "7 4")
    plot.key([
        ("second", None, ("KV 缓存：多头，32 组键值", "KV cache: 32 key-value heads (MHA)")),
        ("trace", None, ("KV 缓存：分组查询，8 组", "KV cache: 8 key-value heads (GQA)")),
        ("third", None, ("KV 缓存：多查询，1 组", "KV cache: 1 key-value head (MQA)")),
        ("fourth", "7 4", ("权重，BF16", "weights, BF16"))])
    plot.save("memory-against-context")


def learning_rate():
    warmup, total, floor = 2000, 20000, 0.1
    rate = lambda t: t / warmup if t < warmup else floor + (1 - floor) * 0.5 * (1 + math.cos(math.pi * (t - warmup) / (total - warmup)))
    plot = Plot((0, total), (0, 1.1), ("训练步", "training step"), ("学习率 / 峰值", "learning rate / peak"))
    plot.ticks([(v, f"{v // 1000}k") for v in range(0, total + 1, 4000)], [(v / 5, f"{v / 5:.1f}") for v in range(6)])
    plot.curve([(t, rate(t)) for t in span(0, total, 200)])
    plot.label(2000, 1, ("预热结束", "end of warm-up"), shift=(14, -6))
    plot.label(13000, 0.5, ("余弦下降到峰值的 10%", "cosine decay to 10% of the peak"), anchor="middle", shift=(70, 0))
    plot.save("learning-rate-schedule")


def sampling():
    """Softmax of six made-up logits at three temperatures, and what top-k and top-p keep of the middle one."""
    logits = [("cat", 3.2), ("dog", 2.6), ("bird", 1.7), ("fish", 0.9), ("car", -0.2), ("sky", -1.0)]

    def softmax(temperature):
        weights = [math.exp(value / temperature) for _, value in logits]
        return [w / sum(weights) for w in weights]

    parts = []
    middle = softmax(1)
    kept, mass = 0, 0.0
    while mass < 0.9:
        mass, kept = mass + middle[kept], kept + 1
    panels = [(0.5, "T = 0.5"), (1, "T = 1"), (2, "T = 2")]
    for number_of_panel, (temperature, title) in enumerate(panels):
        left, base = 24 + number_of_panel * 208, 210
        parts.append(words(left + 88, 24, title))
        parts.append(f'<path class="axis" fill="none" stroke="#bbb" d="M{left} {base}h178"/>\n')
        for i, p in enumerate(softmax(temperature)):
            height = p * 170
            css = "accent" if temperature == 1 and i < kept else "box"
            fill = "#a33" if css == "accent" else "#ddd"
            parts.append(
                f'<rect class="{css}" fill="{fill}" x="{left + 4 + i * 29}" y="{number(base - height)}" width="23" height="{number(height)}"/>\n')
            parts.append(words(left + 15.5 + i * 29, base - height - 5, f"{p:.2f}"[1:] if p < 1 else "1", css="soft", size=11))
            parts.append(words(left + 15.5 + i * 29, base + 16, logits[i][0], css="soft", size=12))
    parts.append(words(320, 256, (
        f"温度越低分布越尖。着色的是 T = 1 时 top-p = 0.9 保留的 {kept} 个 token",
        f"A lower temperature sharpens. Coloured: the {kept} tokens that top-p = 0.9 keeps at T = 1"), css="soft", size=13))
    save("sampling-temperature", "".join(parts), 268)


def sinusoidal():
    """sin and cos of 32 positions in 32 dimensions, in eight shades."""
    cell_x, cell_y, left, top, d, shades = 17, 9, 72, 12, 32, 8
    cells = {shade: [] for shade in range(1, shades + 1)}
    for row in range(32):
        for column in range(d):
            angle = row / 10000 ** (2 * (column // 2) / d)
            value = math.sin(angle) if column % 2 == 0 else math.cos(angle)
            shade = round((value + 1) / 2 * shades)
            if shade:
                cells[shade].append(f"M{left + column * cell_x} {top + row * cell_y}h{cell_x}v{cell_y}h-{cell_x}z")
    parts = [
        f'<path class="accent" fill="#a33" opacity="{shade / shades:g}" d="{"".join(cells[shade])}"/>\n' for shade in sorted(cells)]
    for row in range(0, 33, 8):
        parts.append(words(left - 8, top + row * cell_y + 4, f"{row}", anchor="end", css="soft", size=12))
    parts.append(words(left - 40, top + 16 * cell_y - 14, ("位置", "position"), css="soft", size=13))
    bottom = top + 32 * cell_y
    for column in (0, 8, 16, 24, 31):
        parts.append(words(left + (column + 0.5) * cell_x, bottom + 18, f"{column}", css="soft", size=12))
    parts.append(words(
        left + 16 * cell_x, bottom + 40, ("维度：左边变化快，右边变化慢", "dimension: fast on the left, slow on the right"), css="soft", size=13))
    save("sinusoidal-positions", "".join(parts), bottom + 52)


def zero_stages():
    """Bytes a parameter of mixed-precision Adam on each of 8 GPUs: 2 + 2 + 12, sharded stage by stage."""
    gpus = 8
    rows = [
        (("数据并行", "data parallel"), 2, 2, 12), ("ZeRO-1", 2, 2, 12 / gpus), ("ZeRO-2", 2, 2 / gpus, 12 / gpus),
        ("ZeRO-3 / FSDP", 2 / gpus, 2 / gpus, 12 / gpus)]
    parts, left, unit = [], 150, 26
    for i, (name, weights, gradients, states) in enumerate(rows):
        y, x = 20 + i * 46, left
        parts.append(words(left - 12, y + 19, name, anchor="end", size=14))
        for css, size in (("trace", weights), ("second", gradients), ("third", states)):
            parts.append(
                f'<rect class="{css}" fill="{CLASSES[css]}" stroke="{CLASSES[css]}" x="{number(x)}" y="{y}" width="{number(size * unit)}" height="28" stroke-width="2"/>\n')
            x += size * unit
        parts.append(words(x + 10, y + 19, f"{weights + gradients + states:g}", anchor="start", size=14))
    for i, (css, text) in enumerate((("trace", ("权重 2", "weights 2")), ("second", ("梯度 2", "gradients 2")), ("third", ("优化器状态 12", "optimizer states 12")))):
        x = left + i * 140
        parts.append(f'<rect class="{css}" fill="{CLASSES[css]}" stroke="{CLASSES[css]}" stroke-width="2" x="{x}" y="212" width="14" height="14"/>\n')
        parts.append(words(x + 22, 224, text, anchor="start", css="soft", size=13))
    parts.append(words(left, 252, ("每个参数、每张卡的字节数，8 张卡，混合精度 Adam", "bytes per parameter on each of 8 GPUs, mixed-precision Adam"), anchor="start", css="soft", size=13))
    save("zero-stages", "".join(parts), 264)


def scaling_law():
    """Chinchilla's fit (Hoffmann et al. 2022): L(N, D) = 1.69 + 406.4 / N^0.34 + 410.7 / D^0.28."""
    loss = lambda n, d: 1.69 + 406.4 / n**0.34 + 410.7 / d**0.28
    plot = Plot((1e8, 1e12), (1.8, 3.4), ("参数量 N", "parameters N"), ("预测的损失", "predicted loss"), log_x=True)
    plot.ticks([(10.0**k, f"{10 ** (k - 9):g}B" if k < 12 else "1000B") for k in range(8, 13)], [(v / 10, f"{v / 10:.1f}") for v in range(18, 35, 4)])
    fits = (("second", 2e10, "20B"), ("trace", 3e11, "300B"), ("third", 1.4e12, "1.4T"))
    for css, tokens, _ in fits:
        plot.curve([(n, loss(n, tokens)) for n in geometric(1e8, 1e12, 60)], css)
    plot.key([(css, None, (f"{label} token", f"{label} tokens")) for css, _, label in fits], x=470)
    plot.save("scaling-law")


if __name__ == "__main__":
    for draw in (
        activation_functions, rope_decay, memory_against_context, learning_rate, sampling, sinusoidal, zero_stages, scaling_law):
        draw()
