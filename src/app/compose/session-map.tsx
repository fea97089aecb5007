import { mapAnnouncement } from '../../core/session-mapping.ts';
import type { EditedEvent } from '../../draft/study/edited-study.ts';
import { phaseWords } from '../../chart/sentences/event-words.ts';
import type { Formats } from '../../chart/text/formats.ts';
import { mappedSentence } from '../../words/en/compose.ts';
import type { StudySoFar } from './study-so-far.ts';

/** Which session an event falls on in each market, and why. */
export function SessionMap({ event, soFar, formats }: { event: EditedEvent; soFar: StudySoFar; formats: Formats }) {
  const { time, zone } = event;
  if (time === null || soFar.study === null) return null;
  return (
    <ul className="session-map">
      {soFar.study.instruments.flatMap(({ id, name }) => {
        const series = soFar.available.get(id);
        if (series === undefined) return [];
        const mapping = mapAnnouncement(time, zone, series.exchange, series.sessions);
        const phase = phaseWords(mapping, formats);
        return [
          <li key={id}>
            {mapping.kind === 'mapped'
              ? mappedSentence({ place: name, session: formats.weekdayDate(mapping.dayZero), phase })
              : `${name}: ${phase}`}
          </li>,
        ];
      })}
    </ul>
  );
}
