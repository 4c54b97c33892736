"""Learns the network of analyze/parse/internal/arc and writes it packed.

    python3 train.py VECTORS MODEL SEED TOKENS...
"""

import sys

import torch
from neural import *

EPOCHS, NEWS_EPOCHS = 15, 7  # over gold alone; over news as well
BATCH = 1200  # tokens
SIZES = [64, 24, 8, 24, 16, 8]  # word, Penn tag, UPOS, suffix, prefix, shape
WIDTH, LAYERS, ARC, RELATION = 128, 3, 96, 96
DISTANCES, ROUGH = 16, 512  # as in analyze/parse/internal/arc


class Net(nn.Module):
    def __init__(self, corpus, relations):
        super().__init__()
        self.encoder = Encoder(corpus, SIZES, WIDTH, LAYERS)
        self.arc_head, self.arc_word = nn.Linear(2 * WIDTH, ARC), nn.Linear(2 * WIDTH, ARC)
        self.arc = nn.Linear(ARC, ARC)
        nn.init.normal_(self.arc.weight, std=0.05)
        nn.init.zeros_(self.arc.bias)
        self.relation_head, self.relation_word = nn.Linear(2 * WIDTH, RELATION), nn.Linear(2 * WIDTH, RELATION)
        self.relation = nn.Linear(RELATION, relations)
        self.distance = nn.Parameter(torch.zeros(2, DISTANCES))

    def arcs(self, x, lengths):
        """Scores by dependent and head."""
        heads, deps = drop(F.relu(self.arc_head(x)), self.training), drop(F.relu(self.arc_word(x)), self.training)
        score = self.arc(deps) @ heads.transpose(1, 2)
        at = torch.arange(x.size(1))
        far = at[None, :] - at[:, None]
        near = far.abs().clamp(max=DISTANCES - 1)
        score = score + torch.where(far >= 0, self.distance[0][near], self.distance[1][near])
        score = score.masked_fill((at[None] >= lengths[:, None])[:, None, :], -1e9)
        return score.masked_fill(torch.eye(len(at), dtype=torch.bool)[None], -1e9)

    def relations(self, x, heads):
        of_head = self.relation_head(x).gather(1, heads[..., None].expand(-1, -1, RELATION))
        return self.relation(drop(F.relu(of_head + self.relation_word(x)), self.training))

    def loss(self, rows, targets, lengths):
        x = self.encoder(rows, lengths)
        real = torch.arange(rows.size(1))[None] < lengths[:, None]
        real[:, 0] = False
        heads, relations = targets[..., 0], targets[..., 1]
        loss = F.cross_entropy(self.arcs(x, lengths)[real], heads[real])
        return loss + F.cross_entropy(self.relations(x, heads)[real], relations[real])

    def packed(self, corpus, relations):
        out = [pack_names(relations), pack_names(corpus.names[0].names), pack_names(corpus.names[1].names)]
        out += [self.encoder.packed(corpus), uvarint(ARC), uvarint(RELATION)]
        out += [pack_linear(self.arc_head), pack_linear(self.arc_word), pack_linear(self.arc, ROUGH)]
        out += [pack_linear(m) for m in (self.relation_head, self.relation_word, self.relation)]
        return b"".join(out) + pack_floats(numbers(self.distance))


def main():
    vectors, model, seed, *paths = sys.argv[1:]
    begin(int(seed))
    sentences = read_tokens(paths)
    relations = sorted({t[7] for s in sentences for t in s})
    number = {r: i for i, r in enumerate(relations)}
    kinds = [None, None, AFFIXES + 1, AFFIXES + 1, SHAPES]
    corpus = Corpus(sentences, vectors, kinds, lambda t: [int(t[0]), number[t[1]]])
    net = Net(corpus, len(relations))
    learn(net, corpus, NEWS_EPOCHS if len(paths) > 1 else EPOCHS, BATCH, net.loss)
    with open(model, "wb") as file:
        file.write(net.packed(corpus, relations))


if __name__ == "__main__":
    main()
