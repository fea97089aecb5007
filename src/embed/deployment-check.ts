/** What a deployment answered when it was asked for one of its own frame pages. */
export interface DeploymentAnswer {
  /** Address of the frame page. */
  readonly address: string;
  readonly status: number;
  /** The value of an answer's header, any case; null when it is not there. */
  readonly header: (name: string) => string | null;
  /** Whether the site was built with its own address. */
  readonly hasBaseUrl: boolean;
}

const LOOPBACK = /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/;

/** What would break where, one sentence each; empty when charts of this deployment show everywhere. */
export function deploymentFindings({ address, status, header, hasBaseUrl }: DeploymentAnswer): string[] {
  const { protocol, hostname } = new URL(address);
  const findings: string[] = [];
  const ancestors = /(?:^|;)\s*frame-ancestors([^;]*)/i.exec(header('content-security-policy') ?? '')?.[1]?.trim();
  const options = header('x-frame-options');
  const embedder = header('cross-origin-embedder-policy');
  if (status >= 400)
    findings.push(`The frame’s address answers with status ${status}, so that nothing can be embedded.`);
  if (LOOPBACK.test(hostname)) {
    findings.push('This site runs on your own machine: only pages that you open here can show its charts.');
  } else if (protocol === 'http:') {
    findings.push(
      'This site is served over http: wikis over https block its frames, and Notion and Outline refuse them.',
    );
  }
  if (options !== null) {
    findings.push(
      `This site sends “X-Frame-Options: ${options}”: no other site can frame its charts. Pictures still work.`,
    );
  }
  if (ancestors !== undefined) {
    findings.push(
      `This site sends “frame-ancestors ${ancestors}”: browsers refuse frames on hosts that are not listed and in every sandboxed page, and Outline refuses lists without *. Pictures still work.`,
    );
  }
  if (embedder !== null && embedder !== 'unsafe-none') {
    findings.push(`This site sends “Cross-Origin-Embedder-Policy: ${embedder}”, which Outline refuses.`);
  }
  if (header('access-control-allow-origin') !== '*') {
    findings.push(
      'This site does not send “Access-Control-Allow-Origin: *”: in sandboxed frames the chart stands still, without cards and keys, and the custom element does not load on other sites.',
    );
  }
  if (!hasBaseUrl) {
    findings.push(
      'This site was built without --base-url: pasted links have no picture, and wikis that ask for oEmbed get no answer. Frames, pictures and the custom element work.',
    );
  }
  return findings;
}
