import { createElement } from 'react';
import { writeFileSync, readFileSync } from 'node:fs';
import { inPage } from '../src/node/bake/page-dom.ts';
import { Panels } from '../src/chart/drawing/panels.tsx';
import { drawAnnotation } from '../src/chart/drawing/draw-annotation.ts';
import { annotate } from '../src/chart/layout/annotate.ts';
import { STEPS } from '../src/chart/layout/panel-annotation.ts';
import { sceneOf } from '../src/chart/kinds/scene-of.ts';
import { buildModel } from '../src/chart/model/build-model.ts';
import { defaultView, CHART_KINDS } from '../src/chart/view/view.ts';
import { readStudy } from '../src/node/bake/read-study.ts';
const { study, available } = await readStudy('nvidia-h20', ['src/studies']);
const { createPortal } = await import('react-dom');
const css = ['tokens.css','drawing.css'].map((f) => readFileSync('src/chart/drawing/' + f, 'utf8')).join('\n');
for (const chart of CHART_KINDS) {
  const model = buildModel(study, available, { ...defaultView(study), chart });
  const scene = sceneOf(model);
  const html = await inPage('<!doctype html><body></body>', async (page) => {
    const t = performance.now();
    const { createRoot } = await import('react-dom/client');
    const { flushSync } = await import('react-dom');
    const root = createRoot(page.createElement('div'));
    flushSync(() => root.render(createPortal(createElement(Panels, { scene }), page.body)));
    for (let i = 0; i < 20; i++) await new Promise((r) => setImmediate(r));
    const t2 = performance.now();
    const ann = annotate(scene, scene.choice, STEPS);
    const t3 = performance.now();
    [...page.querySelectorAll('.mr-panel')].forEach((p, i) => drawAnnotation(p, ann[i]!));
    console.log(chart, 'react', (t2 - t).toFixed(), 'annotate', (t3 - t2).toFixed(), 'draw', (performance.now() - t3).toFixed(), page.body.innerHTML.length);
    root.unmount; 
    const out = page.body.innerHTML; root.unmount(); return out;
  });
  writeFileSync(`/tmp/proto/${chart}.html`, `<!doctype html><html><style>${css} body{margin:8px;background:var(--paper);color:var(--ink)} .mr-stage{position:absolute;inset:8px}</style><body><div class="mr-stage"><div class="mr-drawing">${html}</div></div>`);
}
process.exit(0);
