import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DomicileApp } from '../../lib/stacks/app';
import { planNamed } from '../support/plans';

// Whole synths, with every check on.
jest.setTimeout(60_000);

function checked(name: Parameters<typeof planNamed>[0]): DomicileApp {
  const outdir = mkdtempSync(join(tmpdir(), 'domicile-'));
  try {
    const app = new DomicileApp({ outdir });
    const plan = planNamed(name);
    app.addCells(plan);
    app.addChecks(plan);
    // Throws when a check refuses it.
    app.synth();
    return app;
  } finally {
    rmSync(outdir, { recursive: true });
  }
}

describe('the reference plan', () => {
  let app: DomicileApp;
  beforeAll(() => {
    app = checked('reference');
  });

  test('is accepted with the acknowledgements that were reviewed', () => {
    const list = app.acknowledgements.list.map(({ path, id, reason }) => ({ path, id, reason }));
    expect(list).toMatchSnapshot();
    expect(list.length).toBeLessThanOrEqual(25);
  });

  test('acknowledges no residency finding', () => {
    expect(app.acknowledgements.list.filter(({ id }) => id.startsWith('Residency'))).toEqual([]);
    expect(app.residency?.judgement?.findings).toEqual([]);
  });

  test('lets no pointer leave its region but those that the policy gives a reason for', () => {
    const crossing = (app.residency?.judgement?.flows ?? []).filter(({ crosses }) => crosses);
    expect(
      crossing.map(({ stack, type, path, to, reason }) => ({ stack, type, path, to, reason })),
    ).toMatchSnapshot();
  });
});

test.each(['smallest', 'sandbox', 'india'] as const)('the %s plan is accepted by every check', (name) => {
  expect(checked(name).residency?.judgement?.findings).toEqual([]);
});
