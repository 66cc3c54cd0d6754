/**
 * A process of its own, started by `serve --verdict`: checks the example workspace, prints the verdict, and hands the
 * report to the server that started it, so that the work is done once and beside the opening of the store.
 */
import { relative } from 'node:path';
import { checkWorkspace } from '../app/check-workspace.ts';
import { EXAMPLE, howToCheckTheExample } from '../app/server/load-demo.ts';
import { workspaceJson } from '../report/json/workspace-json.ts';
import { workspaceText } from '../report/text/workspace-text.ts';
import { paintFor, widthOf } from './terminal.ts';

const checked = await checkWorkspace(relative(process.cwd(), EXAMPLE) || '.', howToCheckTheExample);
if (checked.ok) {
  const text = workspaceText(checked.value, {
    width: widthOf(process.stdout),
    paint: paintFor(process.stdout),
    showValues: false,
    failOn: 'never',
  });
  process.send?.(workspaceJson(checked.value));
  process.stdout.write(text);
} else process.stderr.write(`scruple: ${checked.problem.message}\n`);
process.disconnect?.();
