/** What stands after the site's name above the headline: the article that the study is about, and who published it. */
export function articleWords({ title, outlet }: { readonly title: string; readonly outlet: string }): string {
  return `after “${title}”, ${outlet}`;
}
