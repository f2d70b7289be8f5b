import type { Database, Store } from '../plan/schema';

/** Schema of the tables that DMS keeps its own books in, at an Aurora store. */
const CONTROL_SCHEMA = 'awsdms_control';

export interface TaskSettingsProps {
  readonly engine: Database['engine'];
  readonly store: Store;
  /** Largest LOB carried, in KiB. */
  readonly lobKilobytes: number;
}

/**
 * Settings of a replication, all of those that decide what becomes of the data; DMS fills in the rest (DMS user
 * guide, CHAP_Tasks.CustomizingTasks.TaskSettings). The rule is: stop rather than go on without a row.
 */
export function taskSettings({ engine, store, lobKilobytes }: TaskSettingsProps) {
  const relational = store === 'aurora-mysql' || store === 'aurora-postgresql';
  return {
    TargetMetadata: {
      TargetSchema: '',
      SupportLobs: true,
      FullLobMode: false,
      LimitedSizeLobMode: true,
      LobMaxSize: lobKilobytes,
      // One transaction after the other, as at the source.
      BatchApplyEnabled: false,
    },
    FullLoadSettings: {
      // Never empty a table: another phase's markets may already live in it.
      TargetTablePrepMode: 'DO_NOTHING',
      CreatePkAfterFullLoad: false,
      StopTaskCachedChangesApplied: false,
      StopTaskCachedChangesNotApplied: false,
    },
    // The schema is put in beforehand and compared; a change of it while data moves must not pass unseen.
    ChangeProcessingDdlHandlingPolicy: {
      HandleSourceTableDropped: false,
      HandleSourceTableTruncated: false,
      HandleSourceTableAltered: false,
    },
    ErrorBehavior: {
      DataErrorPolicy: 'STOP_TASK',
      DataTruncationErrorPolicy: 'STOP_TASK',
      DataErrorEscalationPolicy: 'STOP_TASK',
      TableErrorPolicy: 'STOP_TASK',
      TableErrorEscalationPolicy: 'STOP_TASK',
      // After an interruption DMS plays changes again that it had already made. To insert a row over itself, or to
      // delete what is gone, gives the source's state and must not stop the task. An update of no row may be one
      // that changed nothing (MySQL counts those as none), so it is written down, and validation tells.
      ApplyErrorInsertPolicy: 'INSERT_RECORD',
      ApplyErrorDeletePolicy: 'IGNORE_RECORD',
      ApplyErrorUpdatePolicy: 'LOG_ERROR',
      ApplyErrorFailOnTruncationDdl: true,
      FailOnNoTablesCaptured: true,
      FullLoadIgnoreConflicts: true,
      RecoverableErrorCount: -1,
      RecoverableErrorStopRetryAfterThrottlingMax: true,
    },
    // At DynamoDB each control table is a table of its own: only the two made beforehand are used.
    ControlTablesSettings: {
      ControlSchema: relational ? CONTROL_SCHEMA : '',
      FullLoadExceptionTableEnabled: true,
      HistoryTableEnabled: relational,
      StatusTableEnabled: relational,
      SuspendedTablesTableEnabled: relational,
    },
    // DMS validates between relational engines only (DMS user guide, CHAP_Validating).
    ValidationSettings: relational
      ? {
          EnableValidation: true,
          ValidationMode: 'ROW_LEVEL',
          SkipLobColumns: false,
          HandleCollationDiff: engine === 'postgresql',
        }
      : { EnableValidation: false },
    Logging: { EnableLogging: true },
  };
}
