/** One file that the bundler wrote, as vite's manifest names it by its source. Paths are relative to the site. */
export interface ManifestEntry {
  readonly file: string;
  readonly src?: string;
  readonly isEntry?: boolean;
  /** Keys of the entries that it imports. */
  readonly imports?: readonly string[];
  /** Keys of those that it asks for later. */
  readonly dynamicImports?: readonly string[];
  readonly css?: readonly string[];
  readonly assets?: readonly string[];
}

/** Sources (`index.html`, `src/embed/frame.ts`) and what became of them. */
export type Manifest = Readonly<Record<string, ManifestEntry>>;

/** What turns the bundled scripts and the studies into finished pages. */
export interface BakeOptions {
  /** Folder of the project. */
  readonly root: string;
  /** Folder of the site, which already holds the scripts, the dashboard's page and the studies' data. */
  readonly outDir: string;
  readonly manifest: Manifest;
  /** Address at which the site will stand, ending in a slash; null when only relative addresses can be written. */
  readonly baseUrl: string | null;
  /** Folders that hold one folder per study, absolute; the first one that has an id wins. */
  readonly studiesDirs: readonly string[];
}
