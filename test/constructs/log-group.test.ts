import { logRetentionDays } from '../../lib/constructs/log-group';

test.each([
  [1, 1],
  [2, 3],
  [365, 365],
  [366, 400],
  [3653, 3653],
])('%i days of logs are kept for %i, which CloudWatch Logs offers', (days, offered) => {
  expect(logRetentionDays(days)).toBe(offered);
});
