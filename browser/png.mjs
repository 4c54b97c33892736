// Makes a browser's PNG small: the colours of a page are few, so that each fits
// a byte with hardly a loss.
import { crc32, deflateSync, inflateSync } from 'node:zlib';

const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');

// shrink returns the picture with at most 256 colours.
export function shrink(png) {
  const { width, height, pixels } = decode(png);
  let bits = 8; // of each channel that tell one colour from another
  let index;
  do index = colours(pixels, bits--); while (index.size > 256);
  bits++;

  const palette = Buffer.alloc(3 * index.size);
  const numbers = new Map();
  for (const [key, { colour }] of index) {
    palette.writeUIntBE(colour, 3 * numbers.size, 3);
    numbers.set(key, numbers.size);
  }
  const rows = Buffer.alloc((width + 1) * height); // a byte before each says that it is not filtered
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 1; x <= width; x++, i += 3) rows[y * (width + 1) + x] = numbers.get(bucket(pixels, i, bits));
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8);
  return Buffer.concat([
    signature, chunk('IHDR', header), chunk('PLTE', palette),
    chunk('IDAT', deflateSync(rows, { level: 9, memLevel: 9 })), chunk('IEND', Buffer.alloc(0)),
  ]);
}

// bucket numbers the colour at i by the highest bits of its channels.
function bucket(pixels, i, bits) {
  const mask = 256 - (1 << (8 - bits));
  return (pixels[i] & mask) << 16 | (pixels[i + 1] & mask) << 8 | pixels[i + 2] & mask;
}

// colours returns by bucket the colour that most pixels of it have.
function colours(pixels, bits) {
  const count = new Map();
  for (let i = 0; i < pixels.length; i += 3) {
    const colour = pixels.readUIntBE(i, 3);
    count.set(colour, (count.get(colour) ?? 0) + 1);
  }
  const best = new Map();
  for (const [colour, n] of count) {
    const key = bucket([colour >> 16, colour >> 8 & 255, colour & 255], 0, bits);
    if (n > (best.get(key)?.n ?? 0)) best.set(key, { colour, n });
  }
  return best;
}

// decode reads a PNG as browsers write it: eight bits a channel, red, green and
// blue, without interlacing.
function decode(png) {
  let width, height;
  const data = [];
  for (let at = signature.length; at < png.length;) {
    const length = png.readUInt32BE(at);
    const kind = png.toString('latin1', at + 4, at + 8);
    const body = png.subarray(at + 8, at + 8 + length);
    if (kind === 'IHDR') {
      width = body.readUInt32BE(0);
      height = body.readUInt32BE(4);
      if (body[8] !== 8 || body[9] !== 2 || body[12] !== 0) throw new Error('not a PNG of plain RGB');
    } else if (kind === 'IDAT') {
      data.push(body);
    }
    at += 12 + length;
  }
  const rows = inflateSync(Buffer.concat(data));
  const line = 3 * width;
  const pixels = Buffer.alloc(line * height);
  for (let y = 0; y < height; y++) {
    const filter = rows[y * (line + 1)];
    for (let x = 0; x < line; x++) {
      const i = y * line + x;
      const left = x < 3 ? 0 : pixels[i - 3];
      const up = y === 0 ? 0 : pixels[i - line];
      const corner = x < 3 || y === 0 ? 0 : pixels[i - line - 3];
      pixels[i] = rows[y * (line + 1) + 1 + x] + [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter];
    }
  }
  return { width, height, pixels };
}

// paeth is the predictor of that name in the PNG specification.
function paeth(left, up, corner) {
  const p = left + up - corner;
  const [a, b, c] = [Math.abs(p - left), Math.abs(p - up), Math.abs(p - corner)];
  if (a <= b && a <= c) return left;
  return b <= c ? up : corner;
}

function chunk(kind, body) {
  const out = Buffer.alloc(12 + body.length);
  out.writeUInt32BE(body.length, 0);
  out.write(kind, 4, 'latin1');
  out.set(body, 8);
  out.writeUInt32BE(crc32(out.subarray(4, 8 + body.length)), 8 + body.length);
  return out;
}
