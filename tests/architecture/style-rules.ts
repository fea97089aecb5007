import type { SourceFile } from './project-files.ts';

const RULE = /([^{}]+)\{([^{}]*)\}/g;
const oneLine = (text: string): string => text.trim().replaceAll(/\s+/g, ' ');

/** The rules of a stylesheet, each as its selectors and what it sets, in a form in which two that do the same are equal. */
export function rulesOf({ text }: SourceFile): string[] {
  return [...text.replaceAll(/\/\*[\s\S]*?\*\//g, '').matchAll(RULE)].map(([, selectors = '', body = '']) => {
    const sets = body
      .split(';')
      .map(oneLine)
      .filter((line) => line !== '');
    return `${oneLine(selectors)} { ${sets.toSorted().join('; ')} }`;
  });
}
