// A story of as many reports as a test asks for, about an event that never
// happened: sentences on the same facts in several wordings, with figures,
// speakers and order that vary, so that there is much to agree and to differ on.

const facts = [
  (r) => `A fire broke out at the ${r.of('Ostrel mill', 'old mill in Ostrel', 'Ostrel flour mill')} on Monday ${r.of('night', 'evening', 'shortly before midnight')}.`,
  (r) => `At least ${r.between(9, 14)} people were ${r.of('injured', 'hurt', 'taken to hospital')}, ${r.of('the fire service', 'police', 'the mayor')} said.`,
  (r) => `${r.of('Some', 'About', 'More than')} ${r.between(4, 7) * 20} firefighters fought the ${r.of('flames', 'blaze')} for ${r.of('six', 'more than five', 'seven')} hours.`,
  (r) => `${r.of('Mayor Lene Hask', 'Lene Hask, the mayor of Ostrel,')} ${r.of('said', 'told reporters')} on Tuesday that the mill ${r.of('would be rebuilt', 'would not be rebuilt', 'had burned to the ground')}.`,
  (r) => `“${r.of('We heard a bang and then everything was bright', 'We heard a bang, and then everything was very bright', 'There was a bang and everything was bright')},” said Toma Wirrel, who lives ${r.of('next door', 'across the river', 'beside the mill')}.`,
  (r) => `The ${r.of('damage', 'loss')} was put at ${r.between(2, 4)} million crowns by ${r.of('the insurer', 'the owner, Brask Foods', 'Brask Foods')}.`,
  (r) => `Police ${r.of('suspect', 'do not suspect', 'have not ruled out')} arson, ${r.of('a spokesman', 'Inspector Ada Rolm', 'an official')} said.`,
  (r) => `The mill, built in ${r.of('1887', '1889')}, ${r.of('employs', 'gave work to')} ${r.between(30, 34)} people.`,
  (r) => `Brask Foods said that the ${r.of('alarm had worked', 'alarm had not worked', 'alarm had been tested in March')}.`,
  (r) => `The road to ${r.of('Vell', 'the bridge at Vell')} was closed until ${r.of('Tuesday morning', 'noon on Tuesday', 'Wednesday')}.`,
  (r) => `Smoke was seen ${r.between(12, 15)} kilometres away, according to the ${r.of('Corden Wire', 'weather office', 'coast guard')}.`,
  (r) => `School was called off for ${r.between(2, 4) * 100} pupils on Tuesday.`,
];

const asides = [
  (r) => `In the ${r.word()} street a ${r.word()} stood among ${r.word()} and ${r.word()} as if nothing had been.`,
  (r) => `A ${r.word()} from the ${r.word()} had brought ${r.word()} for those who stood by the ${r.word()}.`,
  (r) => `Nobody at the ${r.word()} would speak of the ${r.word()} or of the ${r.word()} behind it.`,
  (r) => `The ${r.word()} of the ${r.word()} had been painted in spring, with a ${r.word()} over the door.`,
  (r) => `Later the ${r.word()} gave out ${r.word()} and a ${r.word()} to whoever asked.`,
];

const words = ('bakery lantern orchard ferry cellar market chapel harbour tanner kettle ladder widow carter garden stable window ribbon '
  + 'meadow barrel hammer saddle cousin soldier teacher singer candle blanket basket river miller barge pillar gate well tower bell').split(' ');

// reports returns n articles as JSON Lines, the same each time.
export function reports(n) {
  const r = random(20310305);
  let lines = '';
  for (let i = 0; i < n; i++) {
    const told = r.shuffled(facts).slice(0, r.between(7, facts.length));
    const text = [];
    for (const fact of told) {
      text.push(fact(r));
      for (let k = r.between(0, 2); k > 0; k--) text.push(r.of(...asides)(r));
    }
    lines += JSON.stringify({
      id: `report-${i}`, outlet: `Outlet ${i}`, title: r.of('Fire at Ostrel mill', 'Mill burns in Ostrel', 'Ostrel mill on fire'),
      published: `2031-03-${r.of('04', '05')}T${String(r.between(0, 23)).padStart(2, '0')}:00:00Z`,
      text: text.map((s, k) => s + (k % 3 === 2 ? '\n' : ' ')).join('').trim(),
    }) + '\n';
  }
  return lines;
}

// random draws with mulberry32, a small generator in the public domain.
function random(seed) {
  const next = () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  const between = (low, high) => low + Math.floor(next() * (high - low + 1));
  return {
    between,
    of: (...list) => list[between(0, list.length - 1)],
    word: () => words[between(0, words.length - 1)],
    shuffled: (list) => list.map((e) => [next(), e]).sort((a, b) => a[0] - b[0]).map((e) => e[1]),
  };
}
