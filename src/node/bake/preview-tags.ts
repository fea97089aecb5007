import { xml } from '../../embed/xml.ts';

/** What a page says about itself to programs that show a preview of its address. */
export interface Preview {
  readonly title: string;
  readonly description: string;
  /** The page's address, whole or null when it is not known at build time. */
  readonly url: string | null;
  /** The picture's address, and its size in pixels where it is known. */
  readonly image: string | null;
  readonly imageSize: readonly [width: number, height: number] | null;
  readonly alt: string;
  /** The oEmbed answer's address. */
  readonly oembed: string | null;
}

/** The elements of a head that previews and oEmbed consumers look for. Addresses that are not known are left out. */
export function previewTags({ title, description, url, image, imageSize, alt, oembed }: Preview): string {
  const named = (attribute: string, name: string, content: string): string =>
    `<meta ${attribute}="${name}" content="${xml(content)}">\n`;
  const tags = [
    named('property', 'og:type', 'article'),
    named('property', 'og:site_name', 'Market Reaction'),
    named('property', 'og:title', title),
    named('property', 'og:description', description),
  ];
  if (url !== null) tags.push(`<link rel="canonical" href="${xml(url)}">\n`, named('property', 'og:url', url));
  if (image !== null) {
    tags.push(
      named('property', 'og:image', image),
      ...(imageSize === null
        ? []
        : [
            named('property', 'og:image:width', String(imageSize[0])),
            named('property', 'og:image:height', String(imageSize[1])),
          ]),
      named('property', 'og:image:alt', alt),
      named('name', 'twitter:card', 'summary_large_image'),
    );
  }
  if (oembed !== null) {
    tags.push(`<link rel="alternate" type="application/json+oembed" href="${xml(oembed)}" title="${xml(title)}">\n`);
  }
  return tags.join('');
}
