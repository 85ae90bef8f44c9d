#!/usr/bin/python3
"""Trains the networks of package ink on the samples that `fit -views` wrote.

    train.py VIEWS OUT spouse|official [FROM [SHARE]]
    train.py VIEWS OUT names FROM

reads VIEWS/views.bin and views.csv and writes OUT/spouse.bin.gz or
OUT/official.bin.gz, in the format of internal/net/file.go, and in
OUT/internal/net/testdata what it answers to a made-up picture. It needs PyTorch
and NumPy and uses one core; the result depends on their versions. With FROM, a
network of this shape or of the one before, it goes on from there; what is kept is,
by SHARE, the new weights and for the rest those of FROM (1 if not given: the new).
The second form fits nothing but whether a name is written in a person's box that is not
signed otherwise, by what the last layer of FROM is given.
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

PLANES, W, H, CLASSES = 5, 256, 128, 5
# Layers as in internal/net/net.go: planes, stride, and whether they add to what they are given.
LAYERS = [(16, 2, 0), (32, 2, 0), (32, 1, 1), (64, 2, 0), (64, 1, 1), (64, 2, 0), (96, 1, 0)] + 4 * [(96, 1, 1)]
BATCH, RATE, DECAY = 64, 2e-3, 0.02
EPOCHS, MORE = {"spouse": 26, "official": 24}, 16
SCANS = 2  # times that a box of a scan is shown in an epoch
SIGNED = 0.3  # of the samples without a signature are given an invented one
SHIFT = 7  # pixels
VARIED = 3  # times that names looks at a box that is varied


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        before, layers = PLANES, []
        for out, stride, adds in LAYERS:
            conv = nn.Conv2d(before, out, 3, stride, 1)
            if adds:  # at first the picture stays as it is
                nn.init.normal_(conv.weight, 0, 0.005)
            else:
                nn.init.kaiming_normal_(conv.weight, nonlinearity="relu")
            nn.init.zeros_(conv.bias)
            layers.append(conv)
            before = out
        self.convs = nn.ModuleList(layers)
        self.drop = nn.Dropout(0.15)
        self.last = nn.Linear(2 * before, CLASSES)

    def forward(self, x):
        for conv, (_, _, adds) in zip(self.convs, LAYERS):
            x = F.relu(x + conv(x) if adds else conv(x))
        x = x.float()
        return self.last(self.drop(torch.cat([x.amax((2, 3)), x.mean((2, 3))], 1)))


def load(folder):
    rows = list(csv.DictReader(open(os.path.join(folder, "views.csv"))))
    views = np.memmap(os.path.join(folder, "views.bin"), np.uint8, "r", shape=(len(rows), PLANES, H, W))
    column = lambda k, t: np.array([t(r[k]) for r in rows])
    return views, dict(answer=column("class", int), seal=column("seal", int), sealed=column("sealed", int),
                       weight=column("weight", float), held=column("held", int), drawn=column("drawn", int),
                       case=column("case", str), mode=column("mode", str), name=column("name", int))


def inputs(views):
    """As View.fill: 100 is 1; in the plane of places 200 is -1."""
    x = torch.from_numpy(np.array(views)).float()
    place = (x[:, 3] == 100).float() - (x[:, 3] == 200).float()
    x.clamp_(max=130).mul_(0.01)
    x[:, 3] = place
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
        angle, across, slant = draw(0.04), draw(0.09).exp(), draw(0.08)
        down = across * draw(0.07).exp()
        turn = torch.zeros(len(some), 2, 3)
        turn[:, 0, 0], turn[:, 0, 1] = across * angle.cos(), (slant - angle.sin()) * H / W * across
        turn[:, 1, 0], turn[:, 1, 1] = down * angle.sin() * W / H, down * angle.cos()
        x[some] = F.grid_sample(x[some], F.affine_grid(turn, (len(some), PLANES, H, W), align_corners=False), align_corners=False)
    for share, wide, part in ((0.2, 3, 0.5), (0.1, 5, 0.8)):
        soft = torch.from_numpy(np.flatnonzero(rng.random(n) < share))
        if len(soft):
            for k in (0, 1, 2, 4):
                x[soft, k] = (1 - part) * x[soft, k] + part * F.avg_pool2d(x[soft, k], wide, 1, wide // 2)
    gain = np.ones((n, PLANES, 1, 1))
    gain[:, 0:1] = gain[:, 2:3] = rng.uniform(0.65, 1.25, (n, 1, 1, 1))
    gain[:, 1:2] = rng.uniform(0.5, 1.4, (n, 1, 1, 1))
    gain[:, 4:5] = rng.uniform(0.4, 1.4, (n, 1, 1, 1))
    gain[rng.random(n) < 0.05, 4] = 0  # as if the pen were black
    gain[rng.random(n) < 0.1, 2] = 0  # as if all strokes had been taken for print
    x.mul_(torch.from_numpy(gain).float())
    rough = torch.from_numpy(rng.random((n, 1, 1)) ** 2 * 0.08).float()
    at = int(rng.integers(0, len(noise) - n * H * W))
    x[:, 0].add_(rough * noise[at:at + n * H * W].view(n, H, W)).clamp_(0, 1.3)
    return x


def hand(rng):
    """Invents the path of a quick signature, in pixels round its middle: strokes
    to and fro that lean, a large first one, and now and then a long last one; of
    initials only a few."""
    w, h = rng.uniform(24, 130), rng.uniform(12, 60)
    n = int(rng.integers(5, 15))
    if rng.random() < 0.25:
        w, h, n = rng.uniform(14, 54), rng.uniform(16, 42), int(rng.integers(4, 8))
    x = np.linspace(-w / 2, w / 2, n) + rng.normal(0, w / n * rng.uniform(0.2, 1.2), n)
    y = h / 2 * np.where(np.arange(n) % 2, 1, -1) * rng.uniform(0.15, 1, n)
    first = int(rng.integers(1, 4))
    y[:first] *= rng.uniform(1, 1.8)
    if rng.random() < 0.4:  # a last stroke, back under the name or on
        x = np.append(x, [x[-1] + rng.uniform(-0.2, 0.2) * w, rng.uniform(-0.8, 1.1) * w])
        y = np.append(y, [h * rng.uniform(0.2, 0.6), h * rng.uniform(-0.3, 0.7)])
    x += rng.normal(0, 0.3) * -y
    angle = rng.normal(0, 0.15)
    x, y = x * np.cos(angle) - y * np.sin(angle), x * np.sin(angle) + y * np.cos(angle)
    p = np.stack([x, y], 1)
    p = np.concatenate([p[:1], p, p[-1:]])
    u = np.arange(0, 1, 1 / 48)[:, None]
    parts = []
    lifted = rng.random() < 0.3
    for i in range(len(p) - 3):
        if lifted and rng.random() < 0.1:
            continue
        a, b, c, d = p[i:i + 4]
        parts.append(0.5 * (2 * b + (c - a) * u + (2 * a - 5 * b + 4 * c - d) * u ** 2 + (3 * b - a - 3 * c + d) * u ** 3))
    return np.concatenate(parts) if parts else p


def signed(x, rng, colour):
    """Writes an invented signature into a sample that has none: its planes."""
    place = np.argwhere(x[3].numpy() > 0.5)
    if len(place) < 100:
        return False
    (top, left), (bottom, right) = place.min(0), place.max(0)
    at = hand(rng)
    mx = left + (right - left) * rng.uniform(0.2, 0.8)
    my = top + (bottom - top) * rng.uniform(0.1, 0.8)
    px, py = at[:, 0] + mx, at[:, 1] + my
    ink, pen = np.zeros((H, W), np.float32), rng.uniform(0.5, 1.1)
    for dx in np.arange(-1, 2):
        for dy in np.arange(-1, 2):
            ix, iy = np.round(px).astype(int) + dx, np.round(py).astype(int) + dy
            ok = (ix >= 0) & (iy >= 0) & (ix < W) & (iy < H)
            d = np.hypot(ix - px, iy - py)[ok]
            np.maximum.at(ink, (iy[ok], ix[ok]), np.clip(0.5 + pen - d, 0, 1).astype(np.float32))
    ink = torch.from_numpy(ink * rng.uniform(0.3, 1.1))
    x[0] = torch.maximum(x[0], ink)
    if colour and rng.random() < 0.6:
        x[4] = torch.maximum(x[4], ink * rng.uniform(0.3, 1))
    if not (x[1].max() < 0.05 and rng.random() < 0.5):  # under a seal without colour all is taken away
        x[2] = torch.maximum(x[2], ink * (ink > 0.25))
    return True


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


def train(views, t, which, net, epochs, top):
    rng = np.random.default_rng(5)
    torch.manual_seed(5)
    torch.set_num_threads(1)
    mine = t["sealed"] == (which == "official")
    held = np.flatnonzero(mine & (t["held"] == 1))
    own = np.flatnonzero(mine & (t["held"] == 0))
    own = np.concatenate([own] + (SCANS - 1) * [own[t["drawn"][own] == 0]])
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
    print("%s: %d samples of its own; %s" % (which, len(own), report(mean, views, t, held)), flush=True)
    for epoch in range(epochs):
        begin, total = time.time(), 0.0
        order = rng.permutation(np.concatenate([own, rng.choice(others, size - len(own), replace=False)]))
        for at in range(0, size - BATCH + 1, BATCH):
            ids = np.sort(order[at:at + BATCH])
            x = inputs(moved(views[ids], rng))
            answer, seal = torch.from_numpy(t["answer"][ids]), torch.from_numpy(t["seal"][ids])
            for i in range(len(ids)):
                if answer[i] == 0 and rng.random() < SIGNED and signed(x[i], rng, t["mode"][ids[i]] == "colour"):
                    answer[i] = 1
            x = vary(x, rng, noise).to(memory_format=torch.channels_last)
            weight = torch.from_numpy(t["weight"][ids] * np.where(mine[ids], 1, 0.5)).float()
            with torch.autocast("cpu", dtype=torch.bfloat16):
                s = net(x)
            s = s.float()
            loss = (weight * F.cross_entropy(s[:, :3], answer, reduction="none", label_smoothing=0.01)).mean()
            name = torch.where(answer == 0, torch.from_numpy(t["name"][ids]), -1)
            for k, truth in ((3, seal), (4, name)):
                known = truth >= 0
                if known.any():
                    loss = loss + (weight[known] * F.binary_cross_entropy_with_logits(s[known, k], truth[known].float(), reduction="none")).sum() / BATCH
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


def names(views, t, net):
    """Fits the answer whether somebody wrote a name, on the boxes of persons that are not
    signed: as they are and varied, by logistic regression on what the last layer is given."""
    rng = np.random.default_rng(5)
    torch.manual_seed(5)
    noise = torch.randn((BATCH + 16) * H * W)
    seen = []
    net.eval().last.register_forward_hook(lambda _, given, __: seen.append(given[0].detach().clone()))

    def given(ids, varied):
        seen.clear()
        with torch.no_grad():
            for at in range(0, len(ids), BATCH):
                some = views[ids[at:at + BATCH]]
                net((vary(inputs(moved(some, rng)), rng, noise) if varied else inputs(some)).to(memory_format=torch.channels_last))
        return torch.cat(seen)

    own, held = (np.flatnonzero((t["name"] >= 0) & (t["held"] == k)) for k in (0, 1))
    x = torch.cat([given(own, False)] + [given(own, True) for _ in range(VARIED)])
    truth = torch.from_numpy(np.tile(t["name"][own], 1 + VARIED)).float()
    weight = torch.from_numpy(np.tile(np.where(t["drawn"][own], 1, SCANS), 1 + VARIED)).float()
    mid, width = x.mean(0), x.std(0) + 1e-3
    x = (x - mid) / width
    a, b = torch.zeros(x.shape[1], requires_grad=True), torch.zeros(1, requires_grad=True)
    opt = torch.optim.LBFGS([a, b], max_iter=300, line_search_fn="strong_wolfe")

    def loss():
        opt.zero_grad()
        v = (weight * F.binary_cross_entropy_with_logits(x @ a + b, truth, reduction="none")).mean() + 1e-3 * (a ** 2).sum()
        v.backward()
        return v

    opt.step(loss)
    with torch.no_grad():
        net.last.weight[4] = a / width
        net.last.bias[4] = b[0] - (mid * a / width).sum()
        odds = (given(held, False) @ net.last.weight[4] + net.last.bias[4]).numpy()
    truth = t["name"][held] == 1
    print("names: of %d held %.2f %% wrong; %.2f %% of the names missed" % (len(held), 100 * ((odds > 0) != truth).mean(), 100 * (odds[truth] <= 0).mean()))
    for k in sorted(set(t["case"][held])):
        of = t["case"][held] == k
        print("  %-24s %5d  called a name %5.1f %%" % (k, of.sum(), 100 * (odds[of] > 0).mean()))
    return net


def parts(net):
    """The weights in the order in which they are kept."""
    return [p for m in list(net.convs) + [net.last] for p in (m.weight, m.bias)]


def write(net, path):
    """Rounds the weights to what is kept, and keeps them."""
    text = b"inknet\x00\x06"
    with torch.no_grad():
        for p in parts(net):
            most = max(1e-9, float(p.abs().max()))
            most = struct.unpack("<f", struct.pack("<f", most))[0]
            q = torch.round(p / most * 32767)
            p.copy_(q / 32767 * most)
            text += struct.pack("<f", most) + q.contiguous().flatten().to(torch.int16).numpy().astype("<i2").tobytes()
    with open(path, "wb") as f:
        with gzip.GzipFile("", "wb", 9, f, 0) as z:
            z.write(text)


def read(net, path):
    """Reads what write wrote. Version 5 had one answer less, without that of names."""
    text, at = gzip.open(path).read(), 8
    rows = CLASSES - 1 if text[7] == 5 else CLASSES
    with torch.no_grad():
        for p in parts(net):
            shape = tuple(p.shape)
            if p is net.last.weight or p is net.last.bias:
                p.zero_()
                shape = (rows,) + shape[1:]
            n = math.prod(shape)
            most, = struct.unpack_from("<f", text, at)
            q = np.frombuffer(text, "<i2", n, at + 4).astype(np.float32)
            p[:shape[0]] = torch.from_numpy(q).view(*shape) / 32767 * most
            at += 4 + 2 * n


def made_up():
    k, y, x = np.meshgrid(np.arange(PLANES), np.arange(H), np.arange(W), indexing="ij")
    return torch.from_numpy(((x * 7 + y * 13 + x * y // 5 + k * 29) % 131 / 100).astype(np.float32))[None]


def main():
    folder, out, which = sys.argv[1:4]
    views, t = load(folder)
    torch.manual_seed(5)
    net = Net()
    if which == "names":
        read(net, sys.argv[4])
        net, which = names(views, t, net), "spouse"
    elif len(sys.argv) > 4:
        read(net, sys.argv[4])
        begun = [p.detach().clone() for p in parts(net)]
        net = train(views, t, which, net, MORE, RATE).eval()
        share = float(sys.argv[5]) if len(sys.argv) > 5 else 1
        with torch.no_grad():
            for p, was in zip(parts(net), begun):
                p.mul_(share).add_(was, alpha=1 - share)
    else:
        net = train(views, t, which, net, EPOCHS[which], RATE).eval()
    write(net, os.path.join(out, which + ".bin.gz"))
    with torch.no_grad():
        scores = net(made_up())[0].tolist()
    os.makedirs(os.path.join(out, "internal/net/testdata"), exist_ok=True)
    with open(os.path.join(out, "internal/net/testdata", which + ".json"), "w") as f:
        json.dump(scores, f)
        f.write("\n")


if __name__ == "__main__":
    main()
