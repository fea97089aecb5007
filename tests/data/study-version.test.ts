import { describe, expect, it } from 'vitest';
import { parseStudy } from '../../src/data/study/study-schema.ts';
import { STUDY_VERSION } from '../../src/data/study/study-version.ts';
import { catalogued } from '../../src/data/instruments/find-instrument.ts';
import { firstStudyJson, study } from './first-study.ts';

const problemsOf = (json: unknown): readonly string[] => {
  const parsed = parseStudy(json);
  return parsed.kind === 'study' ? [] : parsed.problems.map(({ message }) => message);
};

/** The first study as files of form 1 had it: no version, instruments written out. */
function formOne(): Record<string, unknown> {
  const { schemaVersion: _, ...rest } = firstStudyJson();
  const instruments = study.instruments.map(({ symbols: _s, fileNames: _f, notCovered: _n, ...one }) => one);
  return { ...rest, instruments };
}

describe('the form of a study file', () => {
  it('is the newest in the first study', () => {
    expect(firstStudyJson()['schemaVersion']).toBe(STUDY_VERSION);
  });

  it('is brought up to date where it is an older one', () => {
    expect(parseStudy(formOne())).toEqual({ kind: 'study', study });
    expect(parseStudy({ ...formOne(), schemaVersion: 1 })).toEqual({ kind: 'study', study });
  });

  it('is refused with a sentence where it is a newer one', () => {
    expect(problemsOf({ ...firstStudyJson(), schemaVersion: 3 })).toEqual([
      'schemaVersion is 3, and this Market Reaction reads studies up to 2: the file is of a newer one. Update Market Reaction, or take the file of an older study as an example.',
    ]);
  });

  it.each([0, 1.5, '2', null, -1])('is refused where it is %j', (version) => {
    const [message] = problemsOf({ ...firstStudyJson(), schemaVersion: version });
    if (version === null) expect(message).toBeUndefined();
    else expect(message).toContain('expected a whole number from 1 to 2');
  });
});

describe('an instrument of a study', () => {
  const withInstruments = (...instruments: unknown[]) => ({ ...firstStudyJson(), instruments });
  const others = ['HSTECH', 'SPX', 'HSI', 'NVDA'].map((id) => ({ id }));

  it('is filled up from the catalogue, and says more or better than that', () => {
    const parsed = parseStudy(withInstruments({ id: 'IXIC', name: 'NASDAQ', symbols: { fred: 'X' } }, ...others));
    const [ixic, hstech] = parsed.kind === 'study' ? parsed.study.instruments : [];
    expect(ixic).toMatchObject({
      name: 'NASDAQ',
      exchange: 'XNAS',
      symbols: { fred: { code: 'X' } },
      benchmark: 'SPX',
    });
    expect(hstech).toEqual(catalogued('HSTECH'));
  });

  it('is one of the study’s own where another exchange stands in it, with every field', () => {
    const own = { name: 'A', shortName: 'A', exchange: 'XTKS', kind: 'index', unit: 'points', owner: 'nobody' };
    const parsed = parseStudy(withInstruments({ id: 'IXIC', ...own }, ...others));
    expect(parsed.kind === 'study' && parsed.study.instruments[0]).toEqual({ id: 'IXIC', ...own });
    expect(problemsOf(withInstruments({ id: 'IXIC', exchange: 'XTKS' }, ...others))).toEqual([
      'instruments[0].exchange is "XTKS", but IXIC has "XNAS" in the catalogue. Leave it out, or write out another instrument whole: name, shortName, exchange, kind, unit, owner.',
    ]);
  });

  it('that the catalogue does not have is written out whole', () => {
    expect(problemsOf(withInstruments({ id: 'DJI', name: 'Dow Jones' }, ...others))).toEqual([
      'instruments[0] names DJI, which is not in the catalogue, without shortName, exchange, kind, unit, owner. Add them, or name an instrument of the catalogue.',
    ]);
  });

  it('has the catalogue’s benchmark only where the study has that too', () => {
    const parsed = parseStudy({
      ...firstStudyJson(),
      instruments: [{ id: 'IXIC' }],
      defaultInstruments: ['IXIC'],
      claims: [],
      snapshot: { ...study.snapshot, series: { IXIC: study.snapshot.series['IXIC'] } },
    });
    expect(parsed.kind === 'study' && parsed.study.instruments[0]?.benchmark).toBeUndefined();
    expect(parsed.kind).toBe('study');
  });
});
