/** What the dialog calls each wiki, and what that wiki does not let through, in one sentence. */
export const WIKI_WORDS = {
  dokuwiki: {
    name: 'DokuWiki',
    limit:
      'Elements and frames need the setting “htmlok”, which versions from 2023 on no longer have, or a plugin; the picture works everywhere.',
  },
  mediawiki: {
    name: 'MediaWiki',
    limit:
      'A picture by its address needs $wgAllowExternalImages, and without it upload the SVG; elements and frames need raw HTML, frames alone an extension.',
  },
  tiddlywiki: {
    name: 'TiddlyWiki',
    limit: 'Scripts in a tiddler do not run, so that the frame keeps the height that is written here.',
  },
  docusaurus: {
    name: 'Docusaurus or MDX',
    limit: 'Each of these compiles as it stands: styles or open tags would break the build.',
  },
  github: {
    name: 'GitHub or GitLab',
    limit: 'Frames and scripts are never shown there, so that the picture links to the chart.',
  },
  confluence: {
    name: 'Confluence',
    limit:
      'Frames need the iframe macro or an administrator’s allow-list; otherwise insert the picture from its address.',
  },
  federated: {
    name: 'Federated Wiki',
    limit: 'The frame’s item takes an address and nothing else; it follows the chart’s height by itself.',
  },
  notion: {
    name: 'Notion',
    limit:
      'Type /embed and paste the address, which must be https and be reachable from the internet; the height is set by dragging.',
  },
  outline: {
    name: 'Outline',
    limit:
      'Its server asks for the address first, which must be https, answer within three seconds and restrict no framing.',
  },
  sharepoint: {
    name: 'SharePoint',
    limit: 'Frames show only from hosts that an administrator has allowed under “HTML Field Security”.',
  },
  xwiki: {
    name: 'XWiki',
    limit: 'Elements and frames need the HTML macro, which only users with the right to script may use.',
  },
  other: {
    name: 'another',
    limit:
      'Wikis with a sanitiser, as gitit and ikiwiki are set up at first, drop elements and frames without a trace: where nothing shows, paste the picture.',
  },
} as const;

/** Where a text goes. */
export const WHERE = {
  page: 'In the page’s text',
  pageWithHtml: 'In the page’s text, where HTML and scripts are allowed',
  pageWithFrames: 'In the page’s text, where HTML is allowed and scripts are not',
  wikitext: 'In the page’s wikitext, the address on a line of its own',
  rawHtml: 'Where raw HTML is allowed',
  rawHtmlFrame: 'Where raw HTML is allowed and scripts are not',
  tiddler: 'In a tiddler’s text',
  mdx: 'In an .mdx file, with an empty line before and after; its height follows the chart',
  mdxFrame: 'The same without a script, with a height that stays',
  markdownFile: 'In a .md or .mdx file',
  github: 'On GitHub, in two themes',
  gitlab: 'On GitLab, or anywhere in Markdown',
  confluenceMacro: 'As the URL of the iframe macro',
  webImage: 'As the address of an image from the web',
  federatedItem: 'As the text of a frame item',
  notionEmbed: 'After /embed',
  notionImage: 'After /image, Embed link',
  outlineLine: 'On a line of its own, then choose “Embed”',
  outlinePicture: 'In the document',
  webPart: 'In the web part “Embed”',
  imagePart: 'In the web part “Image”, from a link',
  source: 'In the page’s source',
  sourceFrame: 'In the page’s source, without a script',
  scripts: 'Where HTML and scripts are allowed: its height follows the chart',
  html: 'Where HTML is allowed and scripts are not',
  noFrames: 'Where frames are removed and HTML is not',
  markdown: 'Where Markdown is written',
  address: 'The address of the chart',
} as const;

/** What each theme of a frame is called, and what it does, in one sentence. */
export const THEME_WORDS = {
  host: {
    name: 'like the page around it',
    what: 'Light, unless the page around it is known to be dark: the custom element sees that by itself, a frame has to be told by a message.',
  },
  light: { name: 'light', what: 'Light on every page.' },
  dark: { name: 'dark', what: 'Dark on every page, and light on paper.' },
  auto: {
    name: 'the reader’s system',
    what: 'Light or dark as the system of whoever reads: on a light wiki, readers of a dark system see a dark block.',
  },
  transparent: {
    name: 'transparent',
    what: 'No ground of its own, and inks that hold on light and on dark; on a page with “color-scheme: dark” browsers paint a white ground behind it, so choose dark there, or the custom element, which avoids that.',
  },
} as const;
