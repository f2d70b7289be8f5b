import { run } from '../../support/runbook/run';
import { movingSubject } from '../../support/runbook/subject';
import { World } from '../../support/runbook/world';

test('goes through the night', async () => {
  const world = new World(movingSubject());
  const result = await run(world);
  expect({ ...result, entered: [] }).toEqual({
    end: 'Home',
    cause: '',
    entered: [],
    events: expect.any(Number),
  });
  expect(world.faults).toEqual([]);
});
