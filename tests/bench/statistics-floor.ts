import { twoSidedP } from '../../src/core/reaction/student-t.ts';

/**
 * The least that the statistics of one fit can cost: a regression, one sort of
 * the residuals, a sliding sum per window and a p-value of Student's t per day
 * and window, on typed arrays that are used again. No figure is kept but a sum,
 * so that nothing can be left out by the compiler.
 */
export function makeFloor(T: number, windows: readonly (readonly [number, number])[], days: readonly [number, number]) {
  const residuals = new Float64Array(T);
  const sorted = new Float64Array(T);

  return function floor(r: Float64Array, m: Float64Array, dayZero: number, from: number, beta0: number | null): number {
    let meanR = 0;
    let meanM = 0;
    for (let i = 0; i < T; i++) {
      meanR += r[from + i] ?? 0;
      meanM += m[from + i] ?? 0;
    }
    meanR /= T;
    meanM /= T;
    let cross = 0;
    let spread = 0;
    for (let i = 0; i < T; i++) {
      const dm = (m[from + i] ?? 0) - meanM;
      cross += dm * ((r[from + i] ?? 0) - meanR);
      spread += dm * dm;
    }
    const beta = beta0 ?? cross / spread;
    const alpha = meanR - beta * meanM;
    let ssr = 0;
    for (let i = 0; i < T; i++) {
      const e = (r[from + i] ?? 0) - alpha - beta * (m[from + i] ?? 0);
      residuals[i] = e;
      ssr += e * e;
    }
    const df = T - 2;
    const sigma = Math.sqrt(ssr / df);
    sorted.set(residuals);
    sorted.sort();
    let sum = sorted[T >> 1] ?? 0;
    for (const window of windows) {
      const L = window[1] - window[0] + 1;
      let car = 0;
      for (let offset = window[0]; offset <= window[1]; offset++) {
        car += (r[dayZero + offset] ?? 0) - alpha - beta * (m[dayZero + offset] ?? 0);
      }
      let rolling = 0;
      let above = 0;
      for (let i = 0; i < T; i++) {
        rolling += residuals[i] ?? 0;
        if (i >= L) rolling -= residuals[i - L] ?? 0;
        if (i >= L - 1 && rolling >= car) above++;
      }
      sum += above + twoSidedP(car / (sigma * Math.sqrt(L)), df);
    }
    for (let day = days[0]; day <= days[1]; day++) {
      const ar = (r[dayZero + day] ?? 0) - alpha - beta * (m[dayZero + day] ?? 0);
      sum += twoSidedP(ar / sigma, df);
    }
    return sum;
  };
}
