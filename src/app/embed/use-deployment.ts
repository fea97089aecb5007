import { useEffect, useState } from 'react';
import { deploymentFindings } from '../../embed/deployment-check.ts';

/** What this deployment would break where, asked of one of its own frame pages; null until it has answered. */
export function useDeployment(frame: string): readonly string[] | null {
  const [findings, setFindings] = useState<readonly string[] | null>(null);
  useEffect(() => {
    const abort = new AbortController();
    const hasBaseUrl = document.querySelector('link[rel="canonical"]') !== null;
    window.fetch(frame, { method: 'HEAD', signal: abort.signal }).then(
      ({ status, headers }) =>
        setFindings(deploymentFindings({ address: frame, status, header: (name) => headers.get(name), hasBaseUrl })),
      () => {
        if (!abort.signal.aborted) setFindings(['This deployment did not answer when it was asked for the frame.']);
      },
    );
    return () => abort.abort();
  }, [frame]);
  return findings;
}
