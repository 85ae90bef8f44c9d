#!/usr/bin/python3
"""Trains the networks of package ink on the samples that `fit -views` wrote.

    train.py VIEWS OUT spouse|official [FROM]

reads VIEWS/views.bin and views.csv and writes OUT/spouse.bin.gz or
OUT/official.bin.gz, in the format of internal/net/file.go, and in
OUT/internal/net/testdata what it answers to a made-up picture. It needs PyTorch
and NumPy and uses one core; with FROM, a network of this shape, it goes on from
there for a few epochs; the result depends on their versions.
"""
import csv
import gzip
import json
import math
import os
import struct
import sys
import time

import numpy as np
import torch
import torch.nn.functional as F
from torch import nn

PLANES, W, H, CLASSES = 4, 256, 128, 4
KERNELS = [(8, 2), (16, 2), (40, 2), (64, 2), (96, 1)]
BATCH, RATE, DECAY = 64, 2e-3, 0.02
EPOCHS, MORE = {"spouse": 26, "official": 24}, 4
SIGNED = 0.35  # of the samples without a signature are given an invented one
MARKED = 0.15  # of the others are given strokes that are none
SHIFT = 7  # pixels


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        before, layers = PLANES, []
        for out, stride in KERNELS:
            conv = nn.Conv2d(before, out, 3, stride, 1)
            nn.init.kaiming_normal_(conv.weight, nonlinearity="relu")
            nn.init.zeros_(conv.bias)
            layers += [conv, nn.ReLU()]
            before = out
        self.convs = nn.Sequential(*layers)
        self.drop = nn.Dropout(0.15)
        self.last = nn.Linear(2 * before, CLASSES)

    def forward(self, x):
        x = self.convs(x).float()
        return self.last(self.drop(torch.cat([x.amax((2, 3)), x.mean((2, 3))], 1)))


def load(folder):
    rows = list(csv.DictReader(open(os.path.join(folder, "views.csv"))))
    views = np.memmap(os.path.join(folder, "views.bin"), np.uint8, "r", shape=(len(rows), PLANES, H, W))
    column = lambda k, t: np.array([t(r[k]) for r in rows])
    return views, dict(answer=column("class", int), seal=column("seal", int), sealed=column("sealed", int),
                       weight=column("weight", float), held=column("held", int), drawn=column("drawn", int),
                       case=column("case", str), mode=column("mode", str))


def inputs(views):
    """As View.fill: 100 is 1; in the last plane 200 is -1."""
    x = torch.from_numpy(np.array(views)).float()
    x[:, :3].clamp_(max=130).mul_(0.01)
    place = x[:, 3]
    x[:, 3] = (place == 100).float() - (place == 200).float()
    return x


def moved(views, rng):
    """Moves the samples by up to SHIFT pixels and turns half of them over."""
    out = np.zeros_like(views)
    for i, v in enumerate(views):
        dx, dy = rng.integers(-SHIFT, SHIFT + 1, 2)
        if rng.random() < 0.5:
            v = v[:, :, ::-1]
        out[i, :, max(0, dy):H + min(0, dy), max(0, dx):W + min(0, dx)] = \
            v[:, max(0, -dy):H + min(0, -dy), max(0, -dx):W + min(0, -dx)]
    return out


def vary(x, rng, noise):
    """Turns, scales, lightens, blurs and roughens the samples."""
    n = len(x)
    some = torch.from_numpy(np.flatnonzero(rng.random(n) < 0.3))
    if len(some):
        draw = lambda width: torch.from_numpy(rng.normal(0, width, len(some))).float()
        angle, across, slant = draw(0.04), draw(0.13).exp(), draw(0.12)
        down = across * draw(0.1).exp()
        turn = torch.zeros(len(some), 2, 3)
        turn[:, 0, 0], turn[:, 0, 1] = across * angle.cos(), (slant - angle.sin()) * H / W * across
        turn[:, 1, 0], turn[:, 1, 1] = down * angle.sin() * W / H, down * angle.cos()
        grid = F.affine_grid(turn, (len(some), PLANES, H, W), align_corners=False)
        bend = torch.from_numpy(rng.normal(0, 0.012, (len(some), 2, 5, 9))).float()
        grid = grid + F.interpolate(bend, (H, W), mode="bicubic", align_corners=True).permute(0, 2, 3, 1)
        x[some] = F.grid_sample(x[some], grid, align_corners=False)
    pen = torch.from_numpy(np.flatnonzero(rng.random(n) < 0.25))
    if len(pen):  # a thinner or a thicker one
        share = torch.from_numpy(rng.uniform(-0.7, 0.7, (len(pen), 1, 1, 1))).float()
        old = x[pen][:, 0:3:2]
        thick, thin = F.max_pool2d(old, 3, 1, 1), -F.max_pool2d(-old, 3, 1, 1)
        x[pen, 0:1], x[pen, 2:3] = torch.where(share > 0, old + share * (thick - old), old - share * (thin - old)).split(1, 1)
    soft = torch.from_numpy(np.flatnonzero(rng.random(n) < 0.15))
    if len(soft):
        x[soft, :3] = 0.5 * x[soft, :3] + 0.5 * F.avg_pool2d(x[soft, :3], 3, 1, 1)
    gain = np.ones((n, PLANES, 1, 1))
    gain[:, 0:1] = gain[:, 2:3] = rng.uniform(0.65, 1.25, (n, 1, 1, 1))
    gain[:, 1:2] = rng.uniform(0.5, 1.4, (n, 1, 1, 1))
    gain[rng.random(n) < 0.1, 2] = 0  # as if all strokes had been taken for print
    x.mul_(torch.from_numpy(gain).float())
    rough = torch.from_numpy(rng.random((n, 1, 1)) ** 2 * 0.08).float()
    at = int(rng.integers(0, len(noise) - n * H * W))
    x[:, 0].add_(rough * noise[at:at + n * H * W].view(n, H, W)).clamp_(0, 1.3)
    return x


def hand(bank, rng):
    """Takes one of the invented signatures, 6 to 70 mm wide, and bends, turns, stretches,
    and weighs it; now and then only its beginning."""
    ink = torch.from_numpy(np.array(bank[rng.integers(len(bank))])).float()[None, None] / 255
    if rng.random() < 0.15:
        ink = ink[..., :int(ink.shape[3] * rng.uniform(0.25, 0.7))]
    ink = ink[..., ink.amax((0, 1, 2)) > 0.2]
    ink = ink[:, :, ink.amax((0, 1, 3)) > 0.2] if ink.numel() else torch.ones(1, 1, 2, 2)
    w = math.exp(rng.uniform(math.log(18), math.log(200)))
    h = max(8.0, min(70.0, w * ink.shape[2] / max(1, ink.shape[3]) * math.exp(rng.normal(0, 0.3))))
    few = max(1, int(min(ink.shape[3] / w, ink.shape[2] / h)))
    if few > 1 and min(ink.shape[2:]) >= few:
        ink = F.avg_pool2d(ink, few)
    angle, slant = rng.normal(0, 0.12), rng.normal(0, 0.25)
    y, x = torch.meshgrid(torch.arange(int(h * 1.5)) - h * 0.75, torch.arange(int(w * 1.3) + 8) - w * 0.65 - 4, indexing="ij")
    bend, wave, phase = rng.normal(0, 0.06) * h, rng.normal(0, 0.03) * h, rng.uniform(0, 6, 2)
    u = x * math.cos(angle) + y * math.sin(angle) + slant * y
    v = y * math.cos(angle) - x * math.sin(angle) + bend * torch.sin(4 * x / w + phase[0]) + wave * torch.sin(14 * x / w + phase[1])
    ink = F.grid_sample(ink, torch.stack([u / (w / 2), v / (h / 2)], 2)[None], align_corners=False)[0, 0]
    return (ink * rng.uniform(1, 2.2)).clamp_(max=1)


def lay(x, ink, rng, tone):
    """Puts ink somewhere in the box of a sample."""
    place = np.argwhere(x[3].numpy() > 0.5)
    if len(place) < 100:
        return False
    (top, left), (bottom, right) = place.min(0), place.max(0)
    h, w = ink.shape
    x0 = int(left + (right - left) * rng.uniform(0.15, 0.85) - w / 2)
    y0 = int(top + (bottom - top) * rng.uniform(0.1, 0.85) - h / 2)
    ax, ay = max(0, -x0), max(0, -y0)
    bx, by = min(w, W - x0), min(h, H - y0)
    if ax >= bx or ay >= by:
        return False
    ink = ink[ay:by, ax:bx] * tone
    at = slice(y0 + ay, y0 + by), slice(x0 + ax, x0 + bx)
    x[0][at] = torch.maximum(x[0][at], ink)
    if not (x[1].max() < 0.05 and rng.random() < 0.5):  # under a seal without colour all is taken away
        x[2][at] = torch.maximum(x[2][at], ink * (ink > 0.2))
    return True


def signed(x, bank, rng, bilevel):
    """Writes an invented signature into a sample that has none: its planes."""
    ink = hand(bank, rng)
    if bilevel:
        return lay(x, ((ink - 0.2) * 3).clamp_(0, 1), rng, 1)
    return lay(x, ink, rng, rng.uniform(0.25, 1.1))


def marked(x, rng):
    """Draws what is no signature: a stroke or two, a tick, a cross, a ring."""
    r = rng.uniform(3, 15)
    n = lambda: rng.normal(0, 0.15)
    kind, paths = rng.integers(6), []
    if kind < 3:
        for _ in range(rng.integers(1, 3)):
            a, b, m = rng.normal(0, 0.8), rng.normal(0, 0.5), rng.uniform(-0.5, 0.5, 2)
            u = np.linspace(-1, 1, 60)
            paths.append((m[0] + u * math.cos(a) - b * u * u * math.sin(a), m[1] + u * math.sin(a) + b * u * u * math.cos(a)))
    elif kind == 3:
        u = np.linspace(0, 1, 40)
        paths = [(-0.6 + 0.4 * u + n(), 0.6 * u), (-0.2 + 0.9 * u + n() * u, 0.6 - 1.4 * u)]
    elif kind == 4:
        u = np.linspace(-1, 1, 40)
        paths = [(u + n(), u * 0.9 + n()), (u + n(), -u * 0.9 + n())]
    else:
        u = np.linspace(0, 6.5, 80)
        paths = [(np.cos(u) * (1 + n()), np.sin(u) * (0.8 + n()))]
    size = int(2.6 * r) + 8
    ink, pen = np.zeros((size, size), np.float32), rng.uniform(0.4, 1.1)
    for px, py in paths:
        px, py = px * r + size / 2, py * r + size / 2
        for dx in (-1, 0, 1):
            for dy in (-1, 0, 1):
                ix, iy = np.round(px).astype(int) + dx, np.round(py).astype(int) + dy
                ok = (ix >= 0) & (iy >= 0) & (ix < size) & (iy < size)
                np.maximum.at(ink, (iy[ok], ix[ok]), np.clip(0.5 + pen - np.hypot(ix - px, iy - py)[ok], 0, 1).astype(np.float32))
    lay(x, torch.from_numpy(ink), rng, rng.uniform(0.3, 1.1))


def report(net, views, t, ids):
    net.eval()
    out = []
    with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16):
        for at in range(0, len(ids), 256):
            out.append(net(inputs(views[ids[at:at + 256]]).to(memory_format=torch.channels_last)).float())
    net.train()
    s = torch.cat(out)
    odds = torch.logsumexp(s[:, 1:3], 1) - s[:, 0]
    signed = torch.from_numpy(t["answer"][ids] > 0)
    loss = F.binary_cross_entropy_with_logits(odds, signed.float())
    line = "held %d: loss %.4f wrong %.2f %%" % (len(ids), loss, 100 * ((odds > 0) != signed).float().mean())
    scan = torch.from_numpy(t["drawn"][ids] == 0)
    line += ", of scans %.2f %%" % (100 * ((odds > 0) != signed)[scan].float().mean())
    seal = torch.from_numpy(t["seal"][ids])
    if (seal >= 0).any():
        line += ", seals wrong %.2f %%" % (100 * ((s[:, 3] > 0) != (seal > 0))[seal >= 0].float().mean())
    return line


def train(views, bank, t, which, net, epochs, top):
    rng = np.random.default_rng(5)
    torch.manual_seed(5)
    torch.set_num_threads(1)
    mine = t["sealed"] == (which == "official")
    held = np.flatnonzero(mine & (t["held"] == 1))
    own = np.flatnonzero(mine & (t["held"] == 0))
    others = np.flatnonzero(~mine & (t["held"] == 0))
    # From boxes of the other kind the smaller group learns, too.
    more = len(own) // 2 if which == "official" else len(own) // 10
    size = len(own) + min(more, len(others))
    noise = torch.randn((BATCH + 16) * H * W)
    net = net.to(memory_format=torch.channels_last)
    mean = Net()
    mean.load_state_dict(net.state_dict())
    opt = torch.optim.AdamW(net.parameters(), top, weight_decay=DECAY)
    step, steps = 0, epochs * (size // BATCH)
    for epoch in range(epochs):
        begin, total = time.time(), 0.0
        order = rng.permutation(np.concatenate([own, rng.choice(others, size - len(own), replace=False)]))
        for at in range(0, size - BATCH + 1, BATCH):
            ids = np.sort(order[at:at + BATCH])
            x = inputs(moved(views[ids], rng))
            answer, seal = torch.from_numpy(t["answer"][ids]), torch.from_numpy(t["seal"][ids])
            for i in range(len(ids)):
                if answer[i] > 0:
                    continue
                if rng.random() < SIGNED and signed(x[i], bank, rng, t["mode"][ids[i]] == "bilevel"):
                    answer[i] = 1
                elif rng.random() < MARKED:
                    marked(x[i], rng)
            x = vary(x, rng, noise).to(memory_format=torch.channels_last)
            weight = torch.from_numpy(t["weight"][ids] * np.where(mine[ids], 1, 0.5)).float()
            with torch.autocast("cpu", dtype=torch.bfloat16):
                s = net(x)
            s = s.float()
            loss = (weight * F.cross_entropy(s[:, :3], answer, reduction="none", label_smoothing=0.01)).mean()
            known = seal >= 0
            if known.any():
                loss = loss + (weight[known] * F.binary_cross_entropy_with_logits(s[known, 3], seal[known].float(), reduction="none")).sum() / BATCH
            step += 1
            for g in opt.param_groups:
                g["lr"] = top * min(1, step / (0.03 * steps)) * 0.5 * (1 + math.cos(math.pi * step / steps))
            opt.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(net.parameters(), 2.0)
            opt.step()
            keep = min(0.998, step / (step + 20))
            with torch.no_grad():
                for a, b in zip(mean.parameters(), net.parameters()):
                    a.mul_(keep).add_(b, alpha=1 - keep)
            total += loss.item()
        line = report(mean, views, t, held) if epoch % 3 == 2 or epoch == epochs - 1 else ""
        print("%s %d: loss %.4f, %.0f s; %s" % (which, epoch + 1, total / (size // BATCH), time.time() - begin, line), flush=True)
    return mean


def write(net, path):
    """Rounds the weights to what is kept, and keeps them."""
    parts = []
    for m in list(net.convs) + [net.last]:
        if hasattr(m, "weight"):
            parts += [m.weight, m.bias]
    text = b"inknet\x00\x02"
    with torch.no_grad():
        for p in parts:
            most = max(1e-9, float(p.abs().max()))
            most = struct.unpack("<f", struct.pack("<f", most))[0]
            q = torch.round(p / most * 32767)
            p.copy_(q / 32767 * most)
            text += struct.pack("<f", most) + q.contiguous().flatten().to(torch.int16).numpy().astype("<i2").tobytes()
    with open(path, "wb") as f:
        with gzip.GzipFile("", "wb", 9, f, 0) as z:
            z.write(text)


def read(net, path):
    """Reads what write wrote."""
    text, at = gzip.open(path).read(), 8
    with torch.no_grad():
        for m in list(net.convs) + [net.last]:
            for p in (m.weight, m.bias) if hasattr(m, "weight") else ():
                most, = struct.unpack_from("<f", text, at)
                q = np.frombuffer(text, "<i2", p.numel(), at + 4).astype(np.float32)
                p.copy_(torch.from_numpy(q).view(p.shape) / 32767 * most)
                at += 4 + 2 * p.numel()


def made_up():
    k, y, x = np.meshgrid(np.arange(PLANES), np.arange(H), np.arange(W), indexing="ij")
    return torch.from_numpy(((x * 7 + y * 13 + x * y // 5 + k * 29) % 131 / 100).astype(np.float32))[None]


def main():
    folder, out, which = sys.argv[1:4]
    views, t = load(folder)
    bank = np.fromfile(os.path.join(folder, "hands.bin"), np.uint8).reshape(-1, 96, 256)
    torch.manual_seed(5)
    net = Net()
    if len(sys.argv) > 4:
        read(net, sys.argv[4])
        net = train(views, bank, t, which, net, MORE, RATE / 2).eval()
    else:
        net = train(views, bank, t, which, net, EPOCHS[which], RATE).eval()
    write(net, os.path.join(out, which + ".bin.gz"))
    with torch.no_grad():
        scores = net(made_up())[0].tolist()
    os.makedirs(os.path.join(out, "internal/net/testdata"), exist_ok=True)
    with open(os.path.join(out, "internal/net/testdata", which + ".json"), "w") as f:
        json.dump(scores, f)
        f.write("\n")


if __name__ == "__main__":
    main()
