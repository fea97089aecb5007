import { useEffect, useState } from 'react';
import type { SizeClass } from '../../chart/chart-data.ts';
import { sizeClassFor } from '../../chart/layout/size-class.ts';

/** The size class that CSS shows in an element of this width; follows it when it is resized. */
export function useSizeClass(element: Element): SizeClass {
  const [size, setSize] = useState<SizeClass>(() => sizeClassFor(element.clientWidth));
  useEffect(() => {
    const observer = new ResizeObserver(([entry]) => {
      const width = entry?.contentRect.width ?? 0;
      if (width > 0) setSize(sizeClassFor(width));
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [element]);
  return size;
}
