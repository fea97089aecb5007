import type { Scene } from '../scene/scene.ts';
import { PanelGeometry } from './panel-geometry.tsx';

/**
 * The panels of a chart with their geometry, in empty places that the annotation fills (`draw-annotation.ts`): React
 * draws nothing into those, so that neither of the two takes the other's away.
 */
export function Panels({ scene }: { scene: Scene }) {
  return (
    <div className={`mr-panels ${arrangementOf(scene)}`}>
      {scene.panels.map(({ key }, index) => (
        <div key={key} className="mr-panel">
          <div className="mr-head" aria-hidden="true" />
          <div className="mr-plot">
            <div className="mr-under" />
            <PanelGeometry scene={scene} panel={index} />
            <div className="mr-over" />
          </div>
        </div>
      ))}
    </div>
  );
}

/** One panel, panels above one another that share an axis, or panels that each stand around an event of their own. */
function arrangementOf({ panels }: Scene): string {
  if (panels.some(({ around }) => around !== undefined)) return 'is-multiple';
  return panels.length > 1 ? 'is-stacked' : 'is-single';
}
