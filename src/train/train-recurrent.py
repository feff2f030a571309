#!/usr/bin/env python3
"""Trains the recurrent half of the name tagger on what `train-names.ts --export DIR` wrote, and leaves DIR/recurrent.json and .bin there.

  python3 src/train/train-recurrent.py DIR [--units 96] [--epochs 3] [--seed 1]

Needs numpy and torch (tried with 2.x on one processor core, about ten minutes). A word is its quantised vector and the sum of rows for its
attributes; the rest of the article speaks through rows for article features; a bidirectional LSTM reads the sentence; a chain on top is
trained on partial labels in log space. The same input, seed and version of torch give the same weights.
"""
import argparse, json, os, time
import numpy as np, torch
import torch.nn as nn, torch.nn.functional as F

ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
ap.add_argument('folder'); ap.add_argument('--units', type=int, default=96); ap.add_argument('--epochs', type=int, default=3)
ap.add_argument('--seed', type=int, default=1); ap.add_argument('--attribute-count', type=int, default=20); ap.add_argument('--silver', type=float, default=0.6)
ap.add_argument('--dropout', type=float, default=0.5); ap.add_argument('--attribute-dropout', type=float, default=0.35); ap.add_argument('--decay', type=float, default=1e-5)
args = ap.parse_args()
torch.manual_seed(args.seed); np.random.seed(args.seed); torch.set_num_threads(1)
LABELS, WIDTH, ATTRIBUTES, ARTICLE, STEP = 9, 64, 28, 12, 0.0335
read = lambda name, kind: np.fromfile(os.path.join(args.folder, name), dtype=kind)
ids, masks = read('ids.i32', '<i4'), read('masks.u16', '<u2'); tokens = len(ids)
firsts, ends, owners = read('sent.i32', '<i4').reshape(3, -1)
roles = np.array(json.load(open(os.path.join(args.folder, 'roles.json')))['roles'])[owners]
word_starts, word_attributes = read('voc_starts.i32', '<i4'), read('voc_vals.i32', '<i4'); words = len(word_starts) - 1
capital = read('casing.u8', 'u1')
article_starts, article_values = read('art_starts.i32', '<i4'), read('art_vals.i32', '<i4')

# Vectors in four bits: the components of a unit vector of 100 dimensions spread by about 0.1, for which this step is the best of sixteen levels.
vector_of = read('vec_ids.i32', '<i4'); nibbles = read('vectors.i4', 'i1').reshape(-1, 100)
table = np.vstack([(nibbles.astype('f4') + 0.5) * STEP, np.zeros((1, 100), 'f4')]) * 3.0
vectors = torch.from_numpy(table[np.where(vector_of < len(nibbles), vector_of, -1)])

taught = np.where(roles != 'dev')[0]
seen = np.zeros(tokens, bool)
for s in taught: seen[firsts[s]:ends[s]] = True
times = np.bincount(ids[seen], minlength=words)
hashes, inverse = np.unique(word_attributes, return_inverse=True)
kept = np.bincount(inverse, weights=np.repeat(times, np.diff(word_starts))) >= args.attribute_count
dense = np.where(kept, np.cumsum(kept), 0)[inverse]; attribute_hashes = hashes[kept]
attributes = np.zeros((words, ATTRIBUTES), 'i8')
for w in range(words):
    row = dense[word_starts[w]:word_starts[w + 1]]; row = row[row > 0][:ATTRIBUTES]; attributes[w, :len(row)] = row
attributes = torch.from_numpy(attributes)
hashes, inverse = np.unique(article_values, return_inverse=True)
kept = np.bincount(inverse) >= 20; dense = np.where(kept, np.cumsum(kept), 0)[inverse]; article_hashes = hashes[kept]
article = np.zeros((tokens, ARTICLE), 'i8'); lengths = np.minimum(np.diff(article_starts), ARTICLE)
for j in range(ARTICLE):
    some = lengths > j; article[some, j] = dense[article_starts[:-1][some] + j]
article = torch.from_numpy(article)
print('attributes', len(attribute_hashes), 'article features', len(article_hashes), flush=True)

may_follow = np.array([[q == 0 or q % 2 == 1 or (0 < p < 9 and (p - 1) // 2 == (q - 1) // 2) for q in range(9)] for p in range(10)])
IMPOSSIBLE = -1e4

class Tagger(nn.Module):
    def __init__(self):
        super().__init__()
        self.attribute = nn.EmbeddingBag(len(attribute_hashes) + 1, WIDTH, mode='sum', padding_idx=0)
        self.article = nn.EmbeddingBag(len(article_hashes) + 1, WIDTH, mode='sum', padding_idx=0)
        for bag in (self.attribute, self.article): nn.init.normal_(bag.weight, 0, 0.1); bag.weight.data[0] = 0
        self.lstm = nn.LSTM(100 + WIDTH, args.units, bidirectional=True, batch_first=True)
        self.out = nn.Linear(2 * args.units, LABELS); self.skip = nn.Linear(100 + WIDTH, LABELS)
        self.transitions = nn.Parameter(torch.zeros(10, 9)); self.register_buffer('forbidden', torch.from_numpy(~may_follow))

    def emissions(self, w, about, lengths, dropout=0.0):
        B, T = w.shape; rows = attributes[w.reshape(-1)]
        if dropout: rows = rows * (torch.rand(rows.shape) > args.attribute_dropout)
        own = self.attribute(rows).view(B, T, -1) / (1 - args.attribute_dropout if dropout else 1) + self.article(about.reshape(B * T, -1)).view(B, T, -1)
        x = torch.cat([vectors[w], own], -1)
        if dropout: x = F.dropout(x * (torch.rand(B, 1, x.shape[2]) > dropout / 2) / (1 - dropout / 2), dropout / 2)
        packed = nn.utils.rnn.pack_padded_sequence(x, lengths, batch_first=True, enforce_sorted=False)
        h, _ = nn.utils.rnn.pad_packed_sequence(self.lstm(packed)[0], batch_first=True, total_length=T)
        return self.out(F.dropout(h, dropout) if dropout else h) + self.skip(x)

    def scores(self): return self.transitions.masked_fill(self.forbidden, IMPOSSIBLE)

    def log_sum(self, emissions, lengths, allowed=None):
        scores = self.scores()
        if allowed is not None: emissions = emissions.masked_fill(~allowed, IMPOSSIBLE)
        alpha = scores[9] + emissions[:, 0]
        for i in range(1, emissions.shape[1]):
            alpha = torch.where((lengths > i).unsqueeze(1), torch.logsumexp(alpha.unsqueeze(2) + scores[:9], 1) + emissions[:, i], alpha)
        return torch.logsumexp(alpha, 1)

def batch(chosen):
    lengths = ends[chosen] - firsts[chosen]
    index = np.minimum(firsts[chosen][:, None] + np.arange(lengths.max())[None], tokens - 1)
    return index, torch.from_numpy(lengths.astype('i8'))

model = Tagger(); optimizer = torch.optim.Adam(model.parameters(), weight_decay=args.decay); lengths_all = ends - firsts; SIZE = 48
taught = taught[lengths_all[taught] < 120]
has_capital = np.array([capital[ids[firsts[s]:ends[s]]].any() for s in taught]); taught = taught[has_capital]
total = args.epochs * (len(taught) // SIZE + 1); step = 0; started = time.time(); bits = torch.arange(9)
for epoch in range(args.epochs):
    order = np.random.permutation(taught)
    order = np.concatenate([part[np.argsort(lengths_all[part], kind='stable')] for part in np.array_split(order, max(1, len(order) // (SIZE * 50)))])
    batches = [order[i:i + SIZE] for i in range(0, len(order), SIZE)]; np.random.shuffle(batches); model.train(); loss_sum = 0.0
    for number, chosen in enumerate(batches):
        rate = 3e-3 * min(1, (step + 1) / 300) * max(0.02, 1 - step / total); step += 1
        for group in optimizer.param_groups: group['lr'] = rate
        index, lengths = batch(chosen); about = article[torch.from_numpy(index)] * (torch.rand(len(chosen), 1, 1) > 0.15)
        emissions = model.emissions(torch.from_numpy(ids[index].astype('i8')), about, lengths, args.dropout)
        allowed = ((torch.from_numpy(masks[index].astype('i8')).unsqueeze(-1) >> bits) & 1).bool()
        weight = torch.from_numpy(np.where((roles[chosen] == 'gmb') | (roles[chosen] == 'silver'), args.silver, 1.0).astype('f4'))
        loss = ((model.log_sum(emissions, lengths) - model.log_sum(emissions, lengths, allowed)) * weight).mean()
        optimizer.zero_grad(); loss.backward(); nn.utils.clip_grad_norm_(model.parameters(), 5.0); optimizer.step(); loss_sum += loss.item()
        if step % 250 == 0: print(f'{time.time() - started:6.0f} s  step {step} of {total}, loss {loss_sum / (number + 1):.3f}', flush=True)
    state = {k: v.detach().numpy() for k, v in model.state_dict().items() if k != 'forbidden'}
    parts = {'attributeHashes': attribute_hashes.astype('<i4'), 'articleHashes': article_hashes.astype('<i4'),
             'attributeRows': state['attribute.weight'][1:], 'articleRows': state['article.weight'][1:],
             **{f'{kind}{way}': state[f'lstm.{name}_l0{suffix}'] for way, suffix in (('Forward', ''), ('Backward', '_reverse')) for kind, name in (('input', 'weight_ih'), ('hidden', 'weight_hh'))},
             'biasForward': state['lstm.bias_ih_l0'] + state['lstm.bias_hh_l0'], 'biasBackward': state['lstm.bias_ih_l0_reverse'] + state['lstm.bias_hh_l0_reverse'],
             'out': state['out.weight'], 'skip': state['skip.weight'], 'outBias': state['out.bias'] + state['skip.bias'], 'transitions': model.scores().detach().numpy()}
    listing = {}; at = 0
    with open(os.path.join(args.folder, 'recurrent.bin'), 'wb') as file:
        for name, values in parts.items():
            values = np.ascontiguousarray(values, dtype='<i4' if values.dtype.kind == 'i' else '<f4')
            file.write(values.tobytes()); listing[name] = {'at': at, 'shape': list(values.shape)}; at += values.nbytes
    json.dump(listing, open(os.path.join(args.folder, 'recurrent.json'), 'w'))
    print(f'{time.time() - started:6.0f} s  epoch {epoch + 1} of {args.epochs} done', flush=True)
