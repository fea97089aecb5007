interface LockedPackage {
  readonly version?: string;
  readonly integrity?: string;
  readonly optional?: boolean;
  readonly devOptional?: boolean;
}

interface Lockfile {
  readonly packages?: Readonly<Record<string, LockedPackage>>;
}

/** Why what is installed is not what is locked, as a clause; null when it is. */
export function staleness(locked: Lockfile, installed: Lockfile | null): string | null;

/** Installs the locked dependencies if they are missing or stale; ends the process if that fails. */
export function ensureDependencies(root: string, say: (line: string) => void): void;
