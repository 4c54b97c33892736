"""Learns the network of analyze/attribution/internal/role and writes it packed.

    python3 train.py VECTORS MODEL SEED TOKENS...
"""

import sys

import torch
from neural import *

EPOCHS = 6
BATCH = 2400  # tokens
# Word; Penn tag, UPOS, relation, where the head is, what rules found, act, act of
# the head, place; suffix, prefix, shape.
SIZES = [64, 16, 8, 16, 8, 16, 8, 8, 8, 16, 8, 8]
WIDTH, LAYERS, LABELS = 96, 3, 7
NEVER = -1e4


def allowed():
    """What may follow what: a label of even number goes on from itself or from the one before it."""
    table = torch.zeros(LABELS, LABELS)
    for label in range(2, LABELS, 2):
        for before in range(LABELS):
            if before not in (label, label - 1):
                table[before, label] = NEVER
    return table


@torch.jit.script
def likelihoods(scores, follow, lengths):
    """The logarithm of the sum over all ways to label, of each sentence, behind its first token."""
    steps = scores.unbind(1)
    sums = steps[1]
    for i in range(2, len(steps)):
        new = torch.logsumexp(sums[:, :, None] + follow[None], 1) + steps[i]
        sums = torch.where((lengths > i)[:, None], new, sums)
    return torch.logsumexp(sums, 1)


class Net(nn.Module):
    def __init__(self, corpus):
        super().__init__()
        self.encoder = Encoder(corpus, SIZES, WIDTH, LAYERS)
        self.label = nn.Linear(2 * WIDTH, LABELS)
        self.follow = nn.Parameter(torch.zeros(LABELS, LABELS))
        self.allowed = allowed()

    def scores(self, rows, lengths):
        return self.label(self.encoder(rows, lengths))

    def loss(self, rows, targets, lengths):
        scores, gold = self.scores(rows, lengths), targets[..., 0]
        follow = self.follow + self.allowed
        real = (torch.arange(rows.size(1))[None] < lengths[:, None]).float()
        real[:, 0] = 0
        path = (scores.gather(2, gold[..., None])[..., 0] * real).sum(1)
        path = path + (follow[gold[:, 1:-1], gold[:, 2:]] * real[:, 2:]).sum(1)
        return (likelihoods(scores, follow, lengths) - path).sum() / real.sum() * 10

    def packed(self, corpus):
        out = [pack_names(names.names) for names in corpus.names if not isinstance(names, int)]
        out += [self.encoder.packed(corpus), pack_linear(self.label)]
        return b"".join(out) + pack_floats(numbers(self.follow + self.allowed))


def main():
    vectors, model, seed, *paths = sys.argv[1:]
    begin(int(seed))
    kinds = [None] * 8 + [AFFIXES + 1, AFFIXES + 1, SHAPES]
    corpus = Corpus(read_tokens(paths), vectors, kinds, lambda t: [int(t[0])])
    net = Net(corpus)
    learn(net, corpus, EPOCHS, BATCH, net.loss)
    with open(model, "wb") as file:
        file.write(net.packed(corpus))


if __name__ == "__main__":
    main()
