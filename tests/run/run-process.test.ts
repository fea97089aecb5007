import { describe, expect, it } from 'vitest';
import { runProcess } from './run-process.ts';

const node = { command: process.execPath, cwd: import.meta.dirname, limit: 20_000 };

describe('a process', () => {
  it('gives its exit code and all that it wrote', async () => {
    const { code, output } = await runProcess({
      ...node,
      args: ['-e', 'console.log("out"); console.error("err"); process.exit(3)'],
    });
    expect(code).toBe(3);
    expect(output).toContain('out');
    expect(output).toContain('err');
  });

  it('reads no input', async () => {
    const { code } = await runProcess({
      ...node,
      args: ['-e', 'process.stdin.on("end", () => process.exit(4)).resume()'],
    });
    expect(code).toBe(4);
  });

  it('has no exit code when it crashes', async () => {
    expect((await runProcess({ ...node, args: ['-e', 'process.kill(process.pid, "SIGKILL")'] })).code).toBeNull();
  });

  it('has no exit code when it cannot be started', async () => {
    const { code, output } = await runProcess({ ...node, command: 'no-such-program', args: [] });
    expect(code).toBeNull();
    expect(output).toContain('no-such-program could not be started');
  });

  it('is ended together with what it has started when it takes too long', async () => {
    const forever =
      'require("node:child_process").spawn(process.execPath, ["-e", "setInterval(() => 0, 1e6)"], { stdio: "inherit" }); setInterval(() => 0, 1e6)';
    const { code, output } = await runProcess({ ...node, args: ['-e', forever], limit: 1 });
    expect(code).toBeNull();
    expect(output).toContain('was ended');
  });
});
