import { taskSettings } from '../../lib/constructs/dms-task-settings';

const mysql = taskSettings({ engine: 'mysql', store: 'aurora-mysql', lobKilobytes: 64 });
const postgresql = taskSettings({ engine: 'postgresql', store: 'aurora-postgresql', lobKilobytes: 64 });
const dynamodb = taskSettings({ engine: 'mysql', store: 'dynamodb', lobKilobytes: 1 });

test.each([
  ['aurora-mysql', mysql],
  ['aurora-postgresql', postgresql],
  ['dynamodb', dynamodb],
])('settings for %s are JSON without holes', (_, settings) => {
  expect(JSON.parse(JSON.stringify(settings))).toEqual(settings);
});

test.each([
  ['aurora-mysql', mysql],
  ['aurora-postgresql', postgresql],
  ['dynamodb', dynamodb],
])('a replication to %s empties and alters no table', (_, settings) => {
  expect(settings.FullLoadSettings.TargetTablePrepMode).toBe('DO_NOTHING');
  expect(Object.values(settings.ChangeProcessingDdlHandlingPolicy)).toEqual([false, false, false]);
});

test('stops on whatever would leave a row or a table out', () => {
  expect(mysql.ErrorBehavior).toMatchObject({
    DataErrorPolicy: 'STOP_TASK',
    DataTruncationErrorPolicy: 'STOP_TASK',
    DataErrorEscalationPolicy: 'STOP_TASK',
    TableErrorPolicy: 'STOP_TASK',
    TableErrorEscalationPolicy: 'STOP_TASK',
    ApplyErrorFailOnTruncationDdl: true,
    FailOnNoTablesCaptured: true,
  });
});

test('does not stop when changes already made are played again', () => {
  expect(mysql.ErrorBehavior).toMatchObject({
    ApplyErrorInsertPolicy: 'INSERT_RECORD',
    ApplyErrorDeletePolicy: 'IGNORE_RECORD',
    FullLoadIgnoreConflicts: true,
  });
});

test('validates every row where DMS can, LOBs too', () => {
  expect(mysql.ValidationSettings).toMatchObject({
    EnableValidation: true,
    ValidationMode: 'ROW_LEVEL',
    SkipLobColumns: false,
    HandleCollationDiff: false,
  });
  expect(postgresql.ValidationSettings).toMatchObject({ EnableValidation: true, HandleCollationDiff: true });
});

test('validates nothing at DynamoDB, where DMS cannot', () => {
  expect(dynamodb.ValidationSettings).toEqual({ EnableValidation: false });
});

test('keeps its books in a schema of their own', () => {
  expect(mysql.ControlTablesSettings).toMatchObject({
    ControlSchema: 'awsdms_control',
    HistoryTableEnabled: true,
    StatusTableEnabled: true,
    SuspendedTablesTableEnabled: true,
  });
});

test('uses at DynamoDB no control tables but the two made beforehand', () => {
  expect(dynamodb.ControlTablesSettings).toEqual({
    ControlSchema: '',
    FullLoadExceptionTableEnabled: true,
    HistoryTableEnabled: false,
    StatusTableEnabled: false,
    SuspendedTablesTableEnabled: false,
  });
});

test('carries LOBs up to the plan’s limit', () => {
  const { TargetMetadata } = taskSettings({ engine: 'mysql', store: 'aurora-mysql', lobKilobytes: 2048 });
  expect(TargetMetadata).toMatchObject({ LimitedSizeLobMode: true, FullLobMode: false, LobMaxSize: 2048 });
});
