// Written by scripts/schema.ts from the .sql files beside it: run `npm run schema`, do not edit.
export type Migration = { readonly name: string; readonly sql: string; readonly sha256: string };

export const MIGRATIONS: readonly Migration[] = [
  {
    name: '0000_first_schema',
    sha256: '48336a418167be34cd9cbc8e288558d5da53d42723e25dbb97da798328c20134',
    sql: `CREATE TABLE \`approvalConditions\` (
	\`id\` text PRIMARY KEY NOT NULL,
	\`removed\` integer,
	\`approvalId\` text NOT NULL,
	\`text\` text NOT NULL,
	\`dischargedOn\` text,
	\`dischargedBy\` text DEFAULT '' NOT NULL,
	FOREIGN KEY (\`approvalId\`) REFERENCES \`approvals\`(\`id\`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "approvalConditions_dischargedOn_is_a_date" CHECK("approvalConditions"."dischargedOn" is null or (length("approvalConditions"."dischargedOn") = 10 and date("approvalConditions"."dischargedOn", '+0 days') is "approvalConditions"."dischargedOn") or (length("approvalConditions"."dischargedOn") = 7 and date("approvalConditions"."dischargedOn" || '-01', '+0 days') is "approvalConditions"."dischargedOn" || '-01') or (length("approvalConditions"."dischargedOn") = 4 and date("approvalConditions"."dischargedOn" || '-01-01', '+0 days') is "approvalConditions"."dischargedOn" || '-01-01'))
) STRICT;
--> statement-breakpoint
CREATE INDEX \`approvalConditions_approval\` ON \`approvalConditions\` (\`approvalId\`);--> statement-breakpoint
CREATE TABLE \`approvals\` (
	\`id\` text PRIMARY KEY NOT NULL,
	\`removed\` integer,
	\`appliesTo\` text NOT NULL,
	\`reviewId\` text,
	\`externalReportId\` text,
	\`actionId\` text,
	\`bodyId\` text NOT NULL,
	\`meetingId\` text,
	\`kind\` text NOT NULL,
	\`date\` text,
	\`dateText\` text,
	\`minuteReference\` text DEFAULT '' NOT NULL,
	\`note\` text DEFAULT '' NOT NULL,
	\`revokedOn\` text,
	\`revokedReason\` text DEFAULT '' NOT NULL,
	FOREIGN KEY (\`reviewId\`) REFERENCES \`reviews\`(\`id\`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (\`externalReportId\`) REFERENCES \`externalReports\`(\`id\`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (\`actionId\`) REFERENCES \`actions\`(\`id\`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (\`bodyId\`) REFERENCES \`bodies\`(\`id\`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (\`meetingId\`) REFERENCES \`meetings\`(\`id\`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "approvals_appliesTo_is_known" CHECK("approvals"."appliesTo" in ('report', 'plan', 'action')),
	CONSTRAINT "approvals_kind_is_known" CHECK("approvals"."kind" in ('agreed-in-principle', 'leads-to-be-agreed', 'endorsed', 'adopted', 'evidence-accepted', 'signed-off', 'noted', 'deferred', 'rejected')),
	CONSTRAINT "approvals_date_is_a_date" CHECK("approvals"."date" is null or (length("approvals"."date") = 10 and date("approvals"."date", '+0 days') is "approvals"."date") or (length("approvals"."date") = 7 and date("approvals"."date" || '-01', '+0 days') is "approvals"."date" || '-01') or (length("approvals"."date") = 4 and date("approvals"."date" || '-01-01', '+0 days') is "approvals"."date" || '-01-01')),
	CONSTRAINT "approvals_revokedOn_is_a_date" CHECK("approvals"."revokedOn" is null or (length("approvals"."revokedOn") = 10 and date("approvals"."revokedOn", '+0 days') is "approvals"."revokedOn") or (length("approvals"."revokedOn") = 7 and date("approvals"."revokedOn" || '-01', '+0 days') is "approvals"."revokedOn" || '-01') or (length("approvals"."revokedOn") = 4 and date("approvals"."revokedOn" || '-01-01', '+0 days') is "approvals"."revokedOn" || '-01-01')),
	CONSTRAINT "approvals_has_one_subject" CHECK(("approvals"."reviewId" is not null) + ("approvals"."externalReportId" is not null) + ("approvals"."actionId" is not null) = 1 and ("approvals"."appliesTo" = 'action') = ("approvals"."actionId" is not null)),
	CONSTRAINT "approvals_revoked_with_a_reason" CHECK("approvals"."revokedOn" is null or length(trim("approvals"."revokedReason")) > 0)
) STRICT;
--> statement-breakpoint
CREATE INDEX \`approvals_review\` ON \`approvals\` (\`reviewId\`);--> statement-breakpoint
CREATE INDEX \`approvals_report\` ON \`approvals\` (\`externalReportId\`);--> statement-breakpoint
CREATE INDEX \`approvals_action\` ON \`approvals\` (\`actionId\`);--> statement-breakpoint
CREATE INDEX \`approvals_body\` ON \`approvals\` (\`bodyId\`);--> statement-breakpoint
CREATE INDEX \`approvals_meeting\` ON \`approvals\` (\`meetingId\`);--> statement-breakpoint
CREATE TABLE \`actionFacts\` (
	\`actionId\` text PRIMARY KEY NOT NULL,
	\`lastUpdateOn\` text,
	\`lastRequestedOn\` text,
	\`timesMoved\` integer DEFAULT 0 NOT NULL,
	\`evidenceCount\` integer DEFAULT 0 NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX \`actionFacts_action\` ON \`actionFacts\` (\`actionId\`,\`lastRequestedOn\`,\`lastUpdateOn\`,\`timesMoved\`,\`evidenceCount\`);--> statement-breakpoint
CREATE TABLE \`clockFacts\` (
	\`clockId\` text PRIMARY KEY NOT NULL,
	\`reviewId\` text NOT NULL,
	\`startedOn\` text,
	\`dueOn\` text,
	\`stoppedOn\` text,
	\`relaxed\` integer DEFAULT 0 NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX \`clockFacts_review\` ON \`clockFacts\` (\`reviewId\`);--> statement-breakpoint
CREATE INDEX \`clockFacts_due\` ON \`clockFacts\` (\`stoppedOn\`,\`dueOn\`);--> statement-breakpoint
CREATE TABLE \`changes\` (
	\`number\` integer PRIMARY KEY NOT NULL,
	\`operation\` integer NOT NULL,
	\`tableName\` text NOT NULL,
	\`rowId\` text NOT NULL,
	\`field\` text NOT NULL,
	\`old\` any,
	\`new\` any,
	\`parent\` integer,
	FOREIGN KEY (\`operation\`) REFERENCES \`operations\`(\`number\`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (\`parent\`) REFERENCES \`operations\`(\`number\`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX \`changes_row\` ON \`changes\` (\`rowId\`,\`field\`,\`number\`);--> statement-breakpoint
CREATE INDEX \`changes_operation\` ON \`changes\` (\`operation\`);--> statement-breakpoint
CREATE TABLE \`devices\` (
	\`id\` text PRIMARY KEY NOT NULL,
	\`name\` text NOT NULL,
	\`post\` text NOT NULL,
	\`addedAt\` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE \`operations\` (
	\`number\` integer PRIMARY KEY NOT NULL,
	\`id\` text NOT NULL,
	\`deviceId\` text NOT NULL,
	\`sequence\` integer NOT NULL,
	\`clock\` text NOT NULL,
	\`actor\` text NOT NULL,
	\`kind\` text NOT NULL,
	\`reason\` text NOT NULL,
	\`undoes\` text,
	\`previousHash\` text NOT NULL,
	\`hash\` text NOT NULL,
	FOREIGN KEY (\`deviceId\`) REFERENCES \`devices\`(\`id\`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX \`operations_id\` ON \`operations\` (\`id\`);--> statement-breakpoint
CREATE UNIQUE INDEX \`operations_sequence\` ON \`operations\` (\`deviceId\`,\`sequence\`);--> statement-breakpoint
CREATE INDEX \`operations_clock\` ON \`operations\` (\`clock\`);--> statement-breakpoint
CREATE INDEX \`operations_undoes\` ON \`operations\` (\`undoes\`);--> statement-breakpoint
CREATE TABLE \`attendances\` (
	\`id\` text PRIMARY KEY NOT NULL,
	\`removed\` integer,
	\`meetingId\` text NOT NULL,
	\`agencyId\` text NOT NULL,
	\`post\` text DEFAULT '' NOT NULL,
	\`attendance\` text NOT NULL,
	FOREIGN KEY (\`meetingId\`) REFERENCES \`meetings\`(\`id\`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (\`agencyId\`) REFERENCES \`agencies\`(\`id\`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "attendances_attendance_is_known" CHECK("attendances"."attendance" in ('present', 'deputised', 'apologies', 'absent'))
) STRICT;
--> statement-breakpoint
CREATE INDEX \`attendances_meeting\` ON \`attendances\` (\`meetingId\`);--> statement-breakpoint
CREATE INDEX \`attendances_agency\` ON \`attendances\` (\`agencyId\`);--> statement-breakpoint
CREATE TABLE \`decisions\` (
	\`id\` text PRIMARY KEY NOT NULL,
	\`removed\` integer,
	\`meetingId\` text NOT NULL,
	\`meetingItemId\` text,
	\`text\` text NOT NULL,
	\`minuteReference\` text DEFAULT '' NOT NULL,
	\`position\` integer DEFAULT 0 NOT NULL,
	FOREIGN KEY (\`meetingId\`) REFERENCES \`meetings\`(\`id\`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (\`meetingItemId\`) REFERENCES \`meetingItems\`(\`id\`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX \`decisions_meeting\` ON \`decisions\` (\`meetingId\`);--> statement-breakpoint
CREATE INDEX \`decisions_item\` ON \`decisions\` (\`meetingItemId\`);--> statement-breakpoint
CREATE TABLE \`meetingItems\` (
	\`id\` text PRIMARY KEY NOT NULL,
	\`removed\` integer,
	\`meetingId\` text NOT NULL,
	\`position\` integer DEFAULT 0 NOT NULL,
	\`title\` text NOT NULL,
	\`purpose\` text NOT NULL,
	\`reviewId\` text,
	\`actionId\` text,
	\`paper\` text DEFAULT '' NOT NULL,
	\`deferredToMeetingId\` text,
	\`deferredText\` text,
	FOREIGN KEY (\`meetingId\`) REFERENCES \`meetings\`(\`id\`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (\`reviewId\`) REFERENCES \`reviews\`(\`id\`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (\`actionId\`) REFERENCES \`actions\`(\`id\`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (\`deferredToMeetingId\`) REFERENCES \`meetings\`(\`id\`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "meetingItems_purpose_is_known" CHECK("meetingItems"."purpose" in ('information', 'discussion', 'decision'))
) STRICT;
--> statement-breakpoint
CREATE INDEX \`meetingItems_meeting\` ON \`meetingItems\` (\`meetingId\`,\`position\`);--> statement-breakpoint
CREATE INDEX \`meetingItems_review\` ON \`meetingItems\` (\`reviewId\`);--> statement-breakpoint
CREATE INDEX \`meetingItems_action\` ON \`meetingItems\` (\`actionId\`);--> statement-breakpoint
CREATE TABLE \`meetings\` (
	\`id\` text PRIMARY KEY NOT NULL,
	\`removed\` integer,
	\`bodyId\` text NOT NULL,
	\`title\` text DEFAULT '' NOT NULL,
	\`date\` text,
	\`dateText\` text,
	\`provisional\` integer DEFAULT 0 NOT NULL,
	\`paperDeadline\` text,
	\`place\` text DEFAULT '' NOT NULL,
	\`state\` text DEFAULT 'planned' NOT NULL,
	\`nilStatement\` text,
	FOREIGN KEY (\`bodyId\`) REFERENCES \`bodies\`(\`id\`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "meetings_state_is_known" CHECK("meetings"."state" in ('planned', 'held', 'cancelled')),
	CONSTRAINT "meetings_provisional_is_yes_or_no" CHECK("meetings"."provisional" in (0, 1)),
	CONSTRAINT "meetings_date_is_a_date" CHECK("meetings"."date" is null or (length("meetings"."date") = 10 and date("meetings"."date", '+0 days') is "meetings"."date") or (length("meetings"."date") = 7 and date("meetings"."date" || '-01', '+0 days') is "meetings"."date" || '-01') or (length("meetings"."date") = 4 and date("meetings"."date" || '-01-01', '+0 days') is "meetings"."date" || '-01-01')),
	CONSTRAINT "meetings_paperDeadline_is_a_date" CHECK("meetings"."paperDeadline" is null or (length("meetings"."paperDeadline") = 10 and date("meetings"."paperDeadline", '+0 days') is "meetings"."paperDeadline") or (length("meetings"."paperDeadline") = 7 and date("meetings"."paperDeadline" || '-01', '+0 days') is "meetings"."paperDeadline" || '-01') or (length("meetings"."paperDeadline") = 4 and date("meetings"."paperDeadline" || '-01-01', '+0 days') is "meetings"."paperDeadline" || '-01-01'))
) STRICT;
--> statement-breakpoint
CREATE INDEX \`meetings_date\` ON \`meetings\` (\`date\`);--> statement-breakpoint
CREATE INDEX \`meetings_body\` ON \`meetings\` (\`bodyId\`,\`date\`);--> statement-breakpoint
CREATE TABLE \`agencies\` (
	\`id\` text PRIMARY KEY NOT NULL,
	\`removed\` integer,
	\`name\` text NOT NULL,
	\`shortName\` text DEFAULT '' NOT NULL,
	\`sector\` text DEFAULT '' NOT NULL,
	\`contactPost\` text DEFAULT '' NOT NULL,
	\`contactAddress\` text DEFAULT '' NOT NULL,
	\`outsideArea\` integer DEFAULT 0 NOT NULL,
	\`note\` text DEFAULT '' NOT NULL,
	CONSTRAINT "agencies_outsideArea_is_yes_or_no" CHECK("agencies"."outsideArea" in (0, 1))
) STRICT;
--> statement-breakpoint
CREATE INDEX \`agencies_name\` ON \`agencies\` (\`name\`);--> statement-breakpoint
CREATE TABLE \`agencyNames\` (
	\`id\` text PRIMARY KEY NOT NULL,
	\`removed\` integer,
	\`agencyId\` text NOT NULL,
	\`name\` text NOT NULL,
	\`fromDate\` text,
	\`untilDate\` text,
	FOREIGN KEY (\`agencyId\`) REFERENCES \`agencies\`(\`id\`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "agencyNames_fromDate_is_a_date" CHECK("agencyNames"."fromDate" is null or (length("agencyNames"."fromDate") = 10 and date("agencyNames"."fromDate", '+0 days') is "agencyNames"."fromDate") or (length("agencyNames"."fromDate") = 7 and date("agencyNames"."fromDate" || '-01', '+0 days') is "agencyNames"."fromDate" || '-01') or (length("agencyNames"."fromDate") = 4 and date("agencyNames"."fromDate" || '-01-01', '+0 days') is "agencyNames"."fromDate" || '-01-01')),
	CONSTRAINT "agencyNames_untilDate_is_a_date" CHECK("agencyNames"."untilDate" is null or (length("agencyNames"."untilDate") = 10 and date("agencyNames"."untilDate", '+0 days') is "agencyNames"."untilDate") or (length("agencyNames"."untilDate") = 7 and date("agencyNames"."untilDate" || '-01', '+0 days') is "agencyNames"."untilDate" || '-01') or (length("agencyNames"."untilDate") = 4 and date("agencyNames"."untilDate" || '-01-01', '+0 days') is "agencyNames"."untilDate" || '-01-01'))
) STRICT;
--> statement-breakpoint
CREATE INDEX \`agencyNames_agency\` ON \`agencyNames\` (\`agencyId\`);--> statement-breakpoint
CREATE TABLE \`agencySuccessions\` (
	\`id\` text PRIMARY KEY NOT NULL,
	\`removed\` integer,
	\`fromAgencyId\` text NOT NULL,
	\`toAgencyId\` text NOT NULL,
	\`onDate\` text,
	\`note\` text DEFAULT '' NOT NULL,
	FOREIGN KEY (\`fromAgencyId\`) REFERENCES \`agencies\`(\`id\`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (\`toAgencyId\`) REFERENCES \`agencies\`(\`id\`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "agencySuccessions_onDate_is_a_date" CHECK("agencySuccessions"."onDate" is null or (length("agencySuccessions"."onDate") = 10 and date("agencySuccessions"."onDate", '+0 days') is "agencySuccessions"."onDate") or (length("agencySuccessions"."onDate") = 7 and date("agencySuccessions"."onDate" || '-01', '+0 days') is "agencySuccessions"."onDate" || '-01') or (length("agencySuccessions"."onDate") = 4 and date("agencySuccessions"."onDate" || '-01-01', '+0 days') is "agencySuccessions"."onDate" || '-01-01'))
) STRICT;
--> statement-breakpoint
CREATE INDEX \`agencySuccessions_from\` ON \`agencySuccessions\` (\`fromAgencyId\`);--> statement-breakpoint
CREATE INDEX \`agencySuccessions_to\` ON \`agencySuccessions\` (\`toAgencyId\`);--> statement-breakpoint
CREATE TABLE \`boards\` (
	\`id\` text PRIMARY KEY NOT NULL,
	\`removed\` integer,
	\`name\` text NOT NULL,
	\`shortName\` text DEFAULT '' NOT NULL,
	\`nation\` text NOT NULL,
	\`marking\` text DEFAULT 'OFFICIAL-SENSITIVE' NOT NULL,
	\`ragSchemeId\` text,
	\`autoLockMinutes\` integer DEFAULT 10 NOT NULL,
	FOREIGN KEY (\`ragSchemeId\`) REFERENCES \`ragSchemes\`(\`id\`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "boards_nation_is_known" CHECK("boards"."nation" in ('england', 'wales', 'scotland', 'northern-ireland')),
	CONSTRAINT "boards_auto_lock_is_1_to_120_minutes" CHECK("boards"."autoLockMinutes" between 1 and 120)
) STRICT;
--> statement-breakpoint
CREATE TABLE \`bodies\` (
	\`id\` text PRIMARY KEY NOT NULL,
	\`removed\` integer,
	\`name\` text NOT NULL,
	\`kind\` text NOT NULL,
	\`parentBodyId\` text,
	\`chairPost\` text DEFAULT '' NOT NULL,
	\`calendarRule\` text DEFAULT '' NOT NULL,
	\`paperDeadlineDays\` integer,
	\`note\` text DEFAULT '' NOT NULL,
	\`position\` integer DEFAULT 0 NOT NULL,
	FOREIGN KEY (\`parentBodyId\`) REFERENCES \`bodies\`(\`id\`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "bodies_kind_is_known" CHECK("bodies"."kind" in ('board', 'executive', 'sub-group', 'steering-group', 'partner-board', 'other'))
) STRICT;
--> statement-breakpoint
CREATE INDEX \`bodies_parent\` ON \`bodies\` (\`parentBodyId\`);--> statement-breakpoint
CREATE TABLE \`bodyNames\` (
	\`id\` text PRIMARY KEY NOT NULL,
	\`removed\` integer,
	\`bodyId\` text NOT NULL,
	\`name\` text NOT NULL,
	\`fromDate\` text,
	\`untilDate\` text,
	FOREIGN KEY (\`bodyId\`) REFERENCES \`bodies\`(\`id\`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "bodyNames_fromDate_is_a_date" CHECK("bodyNames"."fromDate" is null or (length("bodyNames"."fromDate") = 10 and date("bodyNames"."fromDate", '+0 days') is "bodyNames"."fromDate") or (length("bodyNames"."fromDate") = 7 and date("bodyNames"."fromDate" || '-01', '+0 days') is "bodyNames"."fromDate" || '-01') or (length("bodyNames"."fromDate") = 4 and date("bodyNames"."fromDate" || '-01-01', '+0 days') is "bodyNames"."fromDate" || '-01-01')),
	CONSTRAINT "bodyNames_untilDate_is_a_date" CHECK("bodyNames"."untilDate" is null or (length("bodyNames"."untilDate") = 10 and date("bodyNames"."untilDate", '+0 days') is "bodyNames"."untilDate") or (length("bodyNames"."untilDate") = 7 and date("bodyNames"."untilDate" || '-01', '+0 days') is "bodyNames"."untilDate" || '-01') or (length("bodyNames"."untilDate") = 4 and date("bodyNames"."untilDate" || '-01-01', '+0 days') is "bodyNames"."untilDate" || '-01-01'))
) STRICT;
--> statement-breakpoint
CREATE INDEX \`bodyNames_body\` ON \`bodyNames\` (\`bodyId\`);--> statement-breakpoint
CREATE TABLE \`bodySuccessions\` (
	\`id\` text PRIMARY KEY NOT NULL,
	\`removed\` integer,
	\`fromBodyId\` text NOT NULL,
	\`toBodyId\` text NOT NULL,
	\`onDate\` text,
	\`note\` text DEFAULT '' NOT NULL,
	FOREIGN KEY (\`fromBodyId\`) REFERENCES \`bodies\`(\`id\`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (\`toBodyId\`) REFERENCES \`bodies\`(\`id\`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "bodySuccessions_onDate_is_a_date" CHECK("bodySuccessions"."onDate" is null or (length("bodySuccessions"."onDate") = 10 and date("bodySuccessions"."onDate", '+0 days') is "bodySuccessions"."onDate") or (length("bodySuccessions"."onDate") = 7 and date("bodySuccessions"."onDate" || '-01', '+0 days') is "bodySuccessions"."onDate" || '-01') or (length("bodySuccessions"."onDate") = 4 and date("bodySuccessions"."onDate" || '-01-01', '+0 days') is "bodySuccessions"."onDate" || '-01-01'))
) STRICT;
--> statement-breakpoint
CREATE INDEX \`bodySuccessions_from\` ON \`bodySuccessions\` (\`fromBodyId\`);--> statement-breakpoint
CREATE INDEX \`bodySuccessions_to\` ON \`bodySuccessions\` (\`toBodyId\`);--> statement-breakpoint
CREATE TABLE \`closures\` (
	\`id\` text PRIMARY KEY NOT NULL,
	\`removed\` integer,
	\`date\` text NOT NULL,
	\`name\` text NOT NULL,
	CONSTRAINT "closures_date_is_a_date" CHECK("closures"."date" is null or (length("closures"."date") = 10 and date("closures"."date", '+0 days') is "closures"."date") or (length("closures"."date") = 7 and date("closures"."date" || '-01', '+0 days') is "closures"."date" || '-01') or (length("closures"."date") = 4 and date("closures"."date" || '-01-01', '+0 days') is "closures"."date" || '-01-01')),
	CONSTRAINT "closures_date_is_a_day" CHECK(length("closures"."date") = 10)
) STRICT;
--> statement-breakpoint
CREATE INDEX \`closures_date\` ON \`closures\` (\`date\`);--> statement-breakpoint
CREATE TABLE \`ladderSteps\` (
	\`id\` text PRIMARY KEY NOT NULL,
	\`removed\` integer,
	\`appliesTo\` text NOT NULL,
	\`position\` integer NOT NULL,
	\`bodyId\` text NOT NULL,
	\`kind\` text NOT NULL,
	FOREIGN KEY (\`bodyId\`) REFERENCES \`bodies\`(\`id\`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "ladderSteps_appliesTo_is_known" CHECK("ladderSteps"."appliesTo" in ('report', 'plan', 'action')),
	CONSTRAINT "ladderSteps_kind_is_known" CHECK("ladderSteps"."kind" in ('agreed-in-principle', 'leads-to-be-agreed', 'endorsed', 'adopted', 'evidence-accepted', 'signed-off', 'noted', 'deferred', 'rejected'))
) STRICT;
--> statement-breakpoint
CREATE INDEX \`ladderSteps_applies\` ON \`ladderSteps\` (\`appliesTo\`,\`position\`);--> statement-breakpoint
CREATE INDEX \`ladderSteps_body\` ON \`ladderSteps\` (\`bodyId\`);--> statement-breakpoint
CREATE TABLE \`ragLevels\` (
	\`id\` text PRIMARY KEY NOT NULL,
	\`removed\` integer,
	\`ragSchemeId\` text NOT NULL,
	\`code\` text NOT NULL,
	\`label\` text NOT NULL,
	\`tone\` text NOT NULL,
	\`symbol\` text NOT NULL,
	\`rule\` text DEFAULT '' NOT NULL,
	\`lower\` real,
	\`lowerInclusive\` integer DEFAULT 0 NOT NULL,
	\`upper\` real,
	\`upperInclusive\` integer DEFAULT 0 NOT NULL,
	\`position\` integer DEFAULT 0 NOT NULL,
	FOREIGN KEY (\`ragSchemeId\`) REFERENCES \`ragSchemes\`(\`id\`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "ragLevels_tone_is_known" CHECK("ragLevels"."tone" in ('green', 'amber', 'red', 'blue', 'grey')),
	CONSTRAINT "ragLevels_lowerInclusive_is_yes_or_no" CHECK("ragLevels"."lowerInclusive" in (0, 1)),
	CONSTRAINT "ragLevels_upperInclusive_is_yes_or_no" CHECK("ragLevels"."upperInclusive" in (0, 1))
) STRICT;
--> statement-breakpoint
CREATE INDEX \`ragLevels_scheme\` ON \`ragLevels\` (\`ragSchemeId\`,\`position\`);--> statement-breakpoint
CREATE TABLE \`ragSchemes\` (
	\`id\` text PRIMARY KEY NOT NULL,
	\`removed\` integer,
	\`code\` text NOT NULL,
	\`name\` text NOT NULL,
	\`version\` integer DEFAULT 1 NOT NULL,
	\`kind\` text NOT NULL,
	\`dueSoonDays\` integer,
	\`source\` text DEFAULT '' NOT NULL,
	\`confirmed\` integer DEFAULT 0 NOT NULL,
	\`note\` text DEFAULT '' NOT NULL,
	\`position\` integer DEFAULT 0 NOT NULL,
	CONSTRAINT "ragSchemes_kind_is_known" CHECK("ragSchemes"."kind" in ('schedule', 'target-variance', 'levels', 'percentage')),
	CONSTRAINT "ragSchemes_confirmed_is_yes_or_no" CHECK("ragSchemes"."confirmed" in (0, 1)),
	CONSTRAINT "ragSchemes_due_soon_is_not_negative" CHECK("ragSchemes"."dueSoonDays" is null or "ragSchemes"."dueSoonDays" between 0 and 366)
) STRICT;
--> statement-breakpoint
CREATE TABLE \`savedViews\` (
	\`id\` text PRIMARY KEY NOT NULL,
	\`removed\` integer,
	\`place\` text NOT NULL,
	\`name\` text NOT NULL,
	\`view\` text NOT NULL,
	\`position\` integer DEFAULT 0 NOT NULL,
	CONSTRAINT "savedViews_view_is_json" CHECK(json_valid("savedViews"."view"))
) STRICT;
--> statement-breakpoint
CREATE INDEX \`savedViews_place\` ON \`savedViews\` (\`place\`);--> statement-breakpoint
CREATE TABLE \`settings\` (
	\`id\` text PRIMARY KEY NOT NULL,
	\`removed\` integer,
	\`name\` text NOT NULL,
	\`value\` text NOT NULL,
	CONSTRAINT "settings_value_is_json" CHECK(json_valid("settings"."value"))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX \`settings_name\` ON \`settings\` (\`name\`);--> statement-breakpoint
CREATE TABLE \`actionJointLeads\` (
	\`id\` text PRIMARY KEY NOT NULL,
	\`removed\` integer,
	\`actionId\` text NOT NULL,
	\`agencyId\` text NOT NULL,
	FOREIGN KEY (\`actionId\`) REFERENCES \`actions\`(\`id\`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (\`agencyId\`) REFERENCES \`agencies\`(\`id\`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX \`actionJointLeads_action\` ON \`actionJointLeads\` (\`actionId\`);--> statement-breakpoint
CREATE INDEX \`actionJointLeads_agency\` ON \`actionJointLeads\` (\`agencyId\`);--> statement-breakpoint
CREATE TABLE \`actionMilestones\` (
	\`id\` text PRIMARY KEY NOT NULL,
	\`removed\` integer,
	\`actionId\` text NOT NULL,
	\`text\` text NOT NULL,
	\`targetDate\` text,
	\`targetText\` text,
	\`doneOn\` text,
	\`position\` integer DEFAULT 0 NOT NULL,
	FOREIGN KEY (\`actionId\`) REFERENCES \`actions\`(\`id\`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "actionMilestones_targetDate_is_a_date" CHECK("actionMilestones"."targetDate" is null or (length("actionMilestones"."targetDate") = 10 and date("actionMilestones"."targetDate", '+0 days') is "actionMilestones"."targetDate") or (length("actionMilestones"."targetDate") = 7 and date("actionMilestones"."targetDate" || '-01', '+0 days') is "actionMilestones"."targetDate" || '-01') or (length("actionMilestones"."targetDate") = 4 and date("actionMilestones"."targetDate" || '-01-01', '+0 days') is "actionMilestones"."targetDate" || '-01-01')),
	CONSTRAINT "actionMilestones_doneOn_is_a_date" CHECK("actionMilestones"."doneOn" is null or (length("actionMilestones"."doneOn") = 10 and date("actionMilestones"."doneOn", '+0 days') is "actionMilestones"."doneOn") or (length("actionMilestones"."doneOn") = 7 and date("actionMilestones"."doneOn" || '-01', '+0 days') is "actionMilestones"."doneOn" || '-01') or (length("actionMilestones"."doneOn") = 4 and date("actionMilestones"."doneOn" || '-01-01', '+0 days') is "actionMilestones"."doneOn" || '-01-01'))
) STRICT;
--> statement-breakpoint
CREATE INDEX \`actionMilestones_action\` ON \`actionMilestones\` (\`actionId\`);--> statement-breakpoint
CREATE TABLE \`actionStateMoves\` (
	\`id\` text PRIMARY KEY NOT NULL,
	\`removed\` integer,
	\`actionId\` text NOT NULL,
	\`fromState\` text NOT NULL,
	\`toState\` text NOT NULL,
	\`date\` text,
	\`bodyId\` text,
	\`reason\` text DEFAULT '' NOT NULL,
	FOREIGN KEY (\`actionId\`) REFERENCES \`actions\`(\`id\`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (\`bodyId\`) REFERENCES \`bodies\`(\`id\`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "actionStateMoves_fromState_is_known" CHECK("actionStateMoves"."fromState" in ('not-started', 'in-progress', 'reported-complete', 'evidence-accepted', 'signed-off', 'embedded', 'superseded', 'rejected', 'outside-our-oversight')),
	CONSTRAINT "actionStateMoves_toState_is_known" CHECK("actionStateMoves"."toState" in ('not-started', 'in-progress', 'reported-complete', 'evidence-accepted', 'signed-off', 'embedded', 'superseded', 'rejected', 'outside-our-oversight')),
	CONSTRAINT "actionStateMoves_date_is_a_date" CHECK("actionStateMoves"."date" is null or (length("actionStateMoves"."date") = 10 and date("actionStateMoves"."date", '+0 days') is "actionStateMoves"."date") or (length("actionStateMoves"."date") = 7 and date("actionStateMoves"."date" || '-01', '+0 days') is "actionStateMoves"."date" || '-01') or (length("actionStateMoves"."date") = 4 and date("actionStateMoves"."date" || '-01-01', '+0 days') is "actionStateMoves"."date" || '-01-01'))
) STRICT;
--> statement-breakpoint
CREATE INDEX \`actionStateMoves_action\` ON \`actionStateMoves\` (\`actionId\`);--> statement-breakpoint
CREATE TABLE \`actions\` (
	\`id\` text PRIMARY KEY NOT NULL,
	\`removed\` integer,
	\`recommendationId\` text,
	\`reviewId\` text,
	\`meetingId\` text,
	\`number\` text NOT NULL,
	\`text\` text NOT NULL,
	\`multiAgency\` integer DEFAULT 0 NOT NULL,
	\`leadAgencyId\` text,
	\`leadPost\` text DEFAULT '' NOT NULL,
	\`ownerKind\` text DEFAULT 'nobody' NOT NULL,
	\`owner\` text DEFAULT '' NOT NULL,
	\`targetDate\` text,
	\`targetText\` text,
	\`targetMeetingId\` text,
	\`targetDay\` text GENERATED ALWAYS AS (case length("targetDate") when 4 then "targetDate" || '-12-31' when 7 then date("targetDate" || '-01', '+1 month', '-1 day') else "targetDate" end) VIRTUAL,
	\`successMeasure\` text DEFAULT '' NOT NULL,
	\`state\` text DEFAULT 'not-started' NOT NULL,
	\`stateSince\` text,
	\`ragAsserted\` text,
	\`ragAssertedOn\` text,
	\`ragConfirmed\` text,
	\`ragConfirmedOn\` text,
	\`supersededById\` text,
	\`position\` integer DEFAULT 0 NOT NULL,
	FOREIGN KEY (\`recommendationId\`) REFERENCES \`recommendations\`(\`id\`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (\`reviewId\`) REFERENCES \`reviews\`(\`id\`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (\`meetingId\`) REFERENCES \`meetings\`(\`id\`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (\`leadAgencyId\`) REFERENCES \`agencies\`(\`id\`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (\`targetMeetingId\`) REFERENCES \`meetings\`(\`id\`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (\`supersededById\`) REFERENCES \`actions\`(\`id\`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "actions_state_is_known" CHECK("actions"."state" in ('not-started', 'in-progress', 'reported-complete', 'evidence-accepted', 'signed-off', 'embedded', 'superseded', 'rejected', 'outside-our-oversight')),
	CONSTRAINT "actions_ownerKind_is_known" CHECK("actions"."ownerKind" in ('post', 'group', 'all', 'nobody')),
	CONSTRAINT "actions_multiAgency_is_yes_or_no" CHECK("actions"."multiAgency" in (0, 1)),
	CONSTRAINT "actions_targetDate_is_a_date" CHECK("actions"."targetDate" is null or (length("actions"."targetDate") = 10 and date("actions"."targetDate", '+0 days') is "actions"."targetDate") or (length("actions"."targetDate") = 7 and date("actions"."targetDate" || '-01', '+0 days') is "actions"."targetDate" || '-01') or (length("actions"."targetDate") = 4 and date("actions"."targetDate" || '-01-01', '+0 days') is "actions"."targetDate" || '-01-01')),
	CONSTRAINT "actions_stateSince_is_a_date" CHECK("actions"."stateSince" is null or (length("actions"."stateSince") = 10 and date("actions"."stateSince", '+0 days') is "actions"."stateSince") or (length("actions"."stateSince") = 7 and date("actions"."stateSince" || '-01', '+0 days') is "actions"."stateSince" || '-01') or (length("actions"."stateSince") = 4 and date("actions"."stateSince" || '-01-01', '+0 days') is "actions"."stateSince" || '-01-01')),
	CONSTRAINT "actions_ragAssertedOn_is_a_date" CHECK("actions"."ragAssertedOn" is null or (length("actions"."ragAssertedOn") = 10 and date("actions"."ragAssertedOn", '+0 days') is "actions"."ragAssertedOn") or (length("actions"."ragAssertedOn") = 7 and date("actions"."ragAssertedOn" || '-01', '+0 days') is "actions"."ragAssertedOn" || '-01') or (length("actions"."ragAssertedOn") = 4 and date("actions"."ragAssertedOn" || '-01-01', '+0 days') is "actions"."ragAssertedOn" || '-01-01')),
	CONSTRAINT "actions_ragConfirmedOn_is_a_date" CHECK("actions"."ragConfirmedOn" is null or (length("actions"."ragConfirmedOn") = 10 and date("actions"."ragConfirmedOn", '+0 days') is "actions"."ragConfirmedOn") or (length("actions"."ragConfirmedOn") = 7 and date("actions"."ragConfirmedOn" || '-01', '+0 days') is "actions"."ragConfirmedOn" || '-01') or (length("actions"."ragConfirmedOn") = 4 and date("actions"."ragConfirmedOn" || '-01-01', '+0 days') is "actions"."ragConfirmedOn" || '-01-01'))
) STRICT;
--> statement-breakpoint
CREATE INDEX \`actions_review\` ON \`actions\` (\`reviewId\`,\`position\`);--> statement-breakpoint
CREATE INDEX \`actions_recommendation\` ON \`actions\` (\`recommendationId\`);--> statement-breakpoint
CREATE INDEX \`actions_target\` ON \`actions\` (\`targetDay\`,\`id\`);--> statement-breakpoint
CREATE INDEX \`actions_state\` ON \`actions\` (\`state\`,\`targetDay\`);--> statement-breakpoint
CREATE INDEX \`actions_lead\` ON \`actions\` (\`leadAgencyId\`,\`state\`,\`targetDay\`,\`ragConfirmed\`,\`removed\`,\`id\`);--> statement-breakpoint
CREATE INDEX \`actions_meeting\` ON \`actions\` (\`meetingId\`);--> statement-breakpoint
CREATE INDEX \`actions_target_meeting\` ON \`actions\` (\`targetMeetingId\`);--> statement-breakpoint
CREATE TABLE \`earlierTargets\` (
	\`id\` text PRIMARY KEY NOT NULL,
	\`removed\` integer,
	\`actionId\` text NOT NULL,
	\`targetDate\` text,
	\`targetText\` text,
	\`targetMeetingId\` text,
	\`movedOn\` text,
	\`reason\` text NOT NULL,
	FOREIGN KEY (\`actionId\`) REFERENCES \`actions\`(\`id\`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (\`targetMeetingId\`) REFERENCES \`meetings\`(\`id\`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "earlierTargets_targetDate_is_a_date" CHECK("earlierTargets"."targetDate" is null or (length("earlierTargets"."targetDate") = 10 and date("earlierTargets"."targetDate", '+0 days') is "earlierTargets"."targetDate") or (length("earlierTargets"."targetDate") = 7 and date("earlierTargets"."targetDate" || '-01', '+0 days') is "earlierTargets"."targetDate" || '-01') or (length("earlierTargets"."targetDate") = 4 and date("earlierTargets"."targetDate" || '-01-01', '+0 days') is "earlierTargets"."targetDate" || '-01-01')),
	CONSTRAINT "earlierTargets_movedOn_is_a_date" CHECK("earlierTargets"."movedOn" is null or (length("earlierTargets"."movedOn") = 10 and date("earlierTargets"."movedOn", '+0 days') is "earlierTargets"."movedOn") or (length("earlierTargets"."movedOn") = 7 and date("earlierTargets"."movedOn" || '-01', '+0 days') is "earlierTargets"."movedOn" || '-01') or (length("earlierTargets"."movedOn") = 4 and date("earlierTargets"."movedOn" || '-01-01', '+0 days') is "earlierTargets"."movedOn" || '-01-01')),
	CONSTRAINT "earlierTargets_has_a_reason" CHECK(length(trim("earlierTargets"."reason")) > 0)
) STRICT;
--> statement-breakpoint
CREATE INDEX \`earlierTargets_action\` ON \`earlierTargets\` (\`actionId\`);--> statement-breakpoint
CREATE TABLE \`evidence\` (
	\`id\` text PRIMARY KEY NOT NULL,
	\`removed\` integer,
	\`what\` text NOT NULL,
	\`agencyId\` text,
	\`fromWhom\` text DEFAULT '' NOT NULL,
	\`date\` text,
	\`dateText\` text,
	\`heldAt\` text DEFAULT '' NOT NULL,
	\`note\` text DEFAULT '' NOT NULL,
	FOREIGN KEY (\`agencyId\`) REFERENCES \`agencies\`(\`id\`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "evidence_date_is_a_date" CHECK("evidence"."date" is null or (length("evidence"."date") = 10 and date("evidence"."date", '+0 days') is "evidence"."date") or (length("evidence"."date") = 7 and date("evidence"."date" || '-01', '+0 days') is "evidence"."date" || '-01') or (length("evidence"."date") = 4 and date("evidence"."date" || '-01-01', '+0 days') is "evidence"."date" || '-01-01'))
) STRICT;
--> statement-breakpoint
CREATE INDEX \`evidence_agency\` ON \`evidence\` (\`agencyId\`);--> statement-breakpoint
CREATE TABLE \`evidenceLinks\` (
	\`id\` text PRIMARY KEY NOT NULL,
	\`removed\` integer,
	\`evidenceId\` text NOT NULL,
	\`actionId\` text NOT NULL,
	FOREIGN KEY (\`evidenceId\`) REFERENCES \`evidence\`(\`id\`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (\`actionId\`) REFERENCES \`actions\`(\`id\`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX \`evidenceLinks_evidence\` ON \`evidenceLinks\` (\`evidenceId\`);--> statement-breakpoint
CREATE INDEX \`evidenceLinks_action\` ON \`evidenceLinks\` (\`actionId\`);--> statement-breakpoint
CREATE TABLE \`externalReports\` (
	\`id\` text PRIMARY KEY NOT NULL,
	\`removed\` integer,
	\`reference\` text NOT NULL,
	\`title\` text NOT NULL,
	\`issuedBy\` text DEFAULT '' NOT NULL,
	\`kind\` text DEFAULT 'national-report' NOT NULL,
	\`publishedOn\` text,
	\`receivedOn\` text,
	\`recommendationCount\` integer,
	\`note\` text DEFAULT '' NOT NULL,
	CONSTRAINT "externalReports_kind_is_known" CHECK("externalReports"."kind" in ('national-report', 'independent-review', 'inspection', 'other')),
	CONSTRAINT "externalReports_publishedOn_is_a_date" CHECK("externalReports"."publishedOn" is null or (length("externalReports"."publishedOn") = 10 and date("externalReports"."publishedOn", '+0 days') is "externalReports"."publishedOn") or (length("externalReports"."publishedOn") = 7 and date("externalReports"."publishedOn" || '-01', '+0 days') is "externalReports"."publishedOn" || '-01') or (length("externalReports"."publishedOn") = 4 and date("externalReports"."publishedOn" || '-01-01', '+0 days') is "externalReports"."publishedOn" || '-01-01')),
	CONSTRAINT "externalReports_receivedOn_is_a_date" CHECK("externalReports"."receivedOn" is null or (length("externalReports"."receivedOn") = 10 and date("externalReports"."receivedOn", '+0 days') is "externalReports"."receivedOn") or (length("externalReports"."receivedOn") = 7 and date("externalReports"."receivedOn" || '-01', '+0 days') is "externalReports"."receivedOn" || '-01') or (length("externalReports"."receivedOn") = 4 and date("externalReports"."receivedOn" || '-01-01', '+0 days') is "externalReports"."receivedOn" || '-01-01'))
) STRICT;
--> statement-breakpoint
CREATE TABLE \`measures\` (
	\`id\` text PRIMARY KEY NOT NULL,
	\`removed\` integer,
	\`actionId\` text NOT NULL,
	\`text\` text NOT NULL,
	\`unit\` text DEFAULT '' NOT NULL,
	\`baseline\` real,
	\`target\` real,
	\`current\` real,
	\`higherIsBetter\` integer DEFAULT 1 NOT NULL,
	\`asAt\` text,
	FOREIGN KEY (\`actionId\`) REFERENCES \`actions\`(\`id\`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "measures_asAt_is_a_date" CHECK("measures"."asAt" is null or (length("measures"."asAt") = 10 and date("measures"."asAt", '+0 days') is "measures"."asAt") or (length("measures"."asAt") = 7 and date("measures"."asAt" || '-01', '+0 days') is "measures"."asAt" || '-01') or (length("measures"."asAt") = 4 and date("measures"."asAt" || '-01-01', '+0 days') is "measures"."asAt" || '-01-01')),
	CONSTRAINT "measures_higherIsBetter_is_yes_or_no" CHECK("measures"."higherIsBetter" in (0, 1))
) STRICT;
--> statement-breakpoint
CREATE INDEX \`measures_action\` ON \`measures\` (\`actionId\`);--> statement-breakpoint
CREATE TABLE \`progressUpdates\` (
	\`id\` text PRIMARY KEY NOT NULL,
	\`removed\` integer,
	\`actionId\` text NOT NULL,
	\`agencyId\` text,
	\`date\` text NOT NULL,
	\`dateText\` text,
	\`text\` text NOT NULL,
	\`ragAsserted\` text,
	\`reportedState\` text,
	FOREIGN KEY (\`actionId\`) REFERENCES \`actions\`(\`id\`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (\`agencyId\`) REFERENCES \`agencies\`(\`id\`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "progressUpdates_date_is_a_date" CHECK("progressUpdates"."date" is null or (length("progressUpdates"."date") = 10 and date("progressUpdates"."date", '+0 days') is "progressUpdates"."date") or (length("progressUpdates"."date") = 7 and date("progressUpdates"."date" || '-01', '+0 days') is "progressUpdates"."date" || '-01') or (length("progressUpdates"."date") = 4 and date("progressUpdates"."date" || '-01-01', '+0 days') is "progressUpdates"."date" || '-01-01')),
	CONSTRAINT "progressUpdates_reportedState_is_known" CHECK("progressUpdates"."reportedState" in ('not-started', 'in-progress', 'reported-complete', 'evidence-accepted', 'signed-off', 'embedded', 'superseded', 'rejected', 'outside-our-oversight'))
) STRICT;
--> statement-breakpoint
CREATE INDEX \`progressUpdates_action\` ON \`progressUpdates\` (\`actionId\`,\`date\`);--> statement-breakpoint
CREATE INDEX \`progressUpdates_agency\` ON \`progressUpdates\` (\`agencyId\`);--> statement-breakpoint
CREATE TABLE \`recommendationResponses\` (
	\`id\` text PRIMARY KEY NOT NULL,
	\`removed\` integer,
	\`recommendationId\` text NOT NULL,
	\`agencyId\` text NOT NULL,
	\`response\` text,
	\`rationale\` text DEFAULT '' NOT NULL,
	\`respondedOn\` text,
	FOREIGN KEY (\`recommendationId\`) REFERENCES \`recommendations\`(\`id\`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (\`agencyId\`) REFERENCES \`agencies\`(\`id\`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "recommendationResponses_response_is_known" CHECK("recommendationResponses"."response" in ('accepted', 'partly-accepted', 'rejected')),
	CONSTRAINT "recommendationResponses_respondedOn_is_a_date" CHECK("recommendationResponses"."respondedOn" is null or (length("recommendationResponses"."respondedOn") = 10 and date("recommendationResponses"."respondedOn", '+0 days') is "recommendationResponses"."respondedOn") or (length("recommendationResponses"."respondedOn") = 7 and date("recommendationResponses"."respondedOn" || '-01', '+0 days') is "recommendationResponses"."respondedOn" || '-01') or (length("recommendationResponses"."respondedOn") = 4 and date("recommendationResponses"."respondedOn" || '-01-01', '+0 days') is "recommendationResponses"."respondedOn" || '-01-01'))
) STRICT;
--> statement-breakpoint
CREATE INDEX \`recommendationResponses_recommendation\` ON \`recommendationResponses\` (\`recommendationId\`);--> statement-breakpoint
CREATE INDEX \`recommendationResponses_agency\` ON \`recommendationResponses\` (\`agencyId\`);--> statement-breakpoint
CREATE TABLE \`recommendations\` (
	\`id\` text PRIMARY KEY NOT NULL,
	\`removed\` integer,
	\`reviewId\` text,
	\`externalReportId\` text,
	\`meetingId\` text,
	\`number\` text NOT NULL,
	\`text\` text NOT NULL,
	\`scope\` text DEFAULT 'local' NOT NULL,
	\`alreadyInPlace\` integer DEFAULT 0 NOT NULL,
	\`alreadyInPlaceNote\` text DEFAULT '' NOT NULL,
	\`position\` integer DEFAULT 0 NOT NULL,
	FOREIGN KEY (\`reviewId\`) REFERENCES \`reviews\`(\`id\`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (\`externalReportId\`) REFERENCES \`externalReports\`(\`id\`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (\`meetingId\`) REFERENCES \`meetings\`(\`id\`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "recommendations_scope_is_known" CHECK("recommendations"."scope" in ('local', 'regional', 'national')),
	CONSTRAINT "recommendations_alreadyInPlace_is_yes_or_no" CHECK("recommendations"."alreadyInPlace" in (0, 1)),
	CONSTRAINT "recommendations_has_one_source" CHECK(("recommendations"."reviewId" is not null) + ("recommendations"."externalReportId" is not null) + ("recommendations"."meetingId" is not null) = 1)
) STRICT;
--> statement-breakpoint
CREATE INDEX \`recommendations_review\` ON \`recommendations\` (\`reviewId\`,\`position\`);--> statement-breakpoint
CREATE INDEX \`recommendations_report\` ON \`recommendations\` (\`externalReportId\`,\`position\`);--> statement-breakpoint
CREATE INDEX \`recommendations_meeting\` ON \`recommendations\` (\`meetingId\`);--> statement-breakpoint
CREATE TABLE \`updateRequests\` (
	\`id\` text PRIMARY KEY NOT NULL,
	\`removed\` integer,
	\`actionId\` text NOT NULL,
	\`agencyId\` text,
	\`requestedOn\` text NOT NULL,
	\`dueOn\` text,
	\`note\` text DEFAULT '' NOT NULL,
	FOREIGN KEY (\`actionId\`) REFERENCES \`actions\`(\`id\`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (\`agencyId\`) REFERENCES \`agencies\`(\`id\`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "updateRequests_requestedOn_is_a_date" CHECK("updateRequests"."requestedOn" is null or (length("updateRequests"."requestedOn") = 10 and date("updateRequests"."requestedOn", '+0 days') is "updateRequests"."requestedOn") or (length("updateRequests"."requestedOn") = 7 and date("updateRequests"."requestedOn" || '-01', '+0 days') is "updateRequests"."requestedOn" || '-01') or (length("updateRequests"."requestedOn") = 4 and date("updateRequests"."requestedOn" || '-01-01', '+0 days') is "updateRequests"."requestedOn" || '-01-01')),
	CONSTRAINT "updateRequests_dueOn_is_a_date" CHECK("updateRequests"."dueOn" is null or (length("updateRequests"."dueOn") = 10 and date("updateRequests"."dueOn", '+0 days') is "updateRequests"."dueOn") or (length("updateRequests"."dueOn") = 7 and date("updateRequests"."dueOn" || '-01', '+0 days') is "updateRequests"."dueOn" || '-01') or (length("updateRequests"."dueOn") = 4 and date("updateRequests"."dueOn" || '-01-01', '+0 days') is "updateRequests"."dueOn" || '-01-01'))
) STRICT;
--> statement-breakpoint
CREATE INDEX \`updateRequests_action\` ON \`updateRequests\` (\`actionId\`,\`requestedOn\`);--> statement-breakpoint
CREATE INDEX \`updateRequests_agency\` ON \`updateRequests\` (\`agencyId\`);--> statement-breakpoint
CREATE TABLE \`delayNotices\` (
	\`id\` text PRIMARY KEY NOT NULL,
	\`removed\` integer,
	\`publicationDelayId\` text NOT NULL,
	\`told\` text NOT NULL,
	\`toldOn\` text,
	\`toldText\` text,
	FOREIGN KEY (\`publicationDelayId\`) REFERENCES \`publicationDelays\`(\`id\`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "delayNotices_toldOn_is_a_date" CHECK("delayNotices"."toldOn" is null or (length("delayNotices"."toldOn") = 10 and date("delayNotices"."toldOn", '+0 days') is "delayNotices"."toldOn") or (length("delayNotices"."toldOn") = 7 and date("delayNotices"."toldOn" || '-01', '+0 days') is "delayNotices"."toldOn" || '-01') or (length("delayNotices"."toldOn") = 4 and date("delayNotices"."toldOn" || '-01-01', '+0 days') is "delayNotices"."toldOn" || '-01-01'))
) STRICT;
--> statement-breakpoint
CREATE INDEX \`delayNotices_delay\` ON \`delayNotices\` (\`publicationDelayId\`);--> statement-breakpoint
CREATE TABLE \`publicationDecisions\` (
	\`id\` text PRIMARY KEY NOT NULL,
	\`removed\` integer,
	\`reviewId\` text NOT NULL,
	\`decision\` text NOT NULL,
	\`basis\` text DEFAULT '' NOT NULL,
	\`agreedBy\` text DEFAULT '' NOT NULL,
	\`disagreedBy\` text DEFAULT '' NOT NULL,
	\`bodyId\` text,
	\`decidedOn\` text,
	\`decidedText\` text,
	FOREIGN KEY (\`reviewId\`) REFERENCES \`reviews\`(\`id\`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (\`bodyId\`) REFERENCES \`bodies\`(\`id\`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "publicationDecisions_decision_is_known" CHECK("publicationDecisions"."decision" in ('full-report', 'executive-summary-only', 'improvements-only', 'anonymous-nspcc', 'not-to-be-published')),
	CONSTRAINT "publicationDecisions_decidedOn_is_a_date" CHECK("publicationDecisions"."decidedOn" is null or (length("publicationDecisions"."decidedOn") = 10 and date("publicationDecisions"."decidedOn", '+0 days') is "publicationDecisions"."decidedOn") or (length("publicationDecisions"."decidedOn") = 7 and date("publicationDecisions"."decidedOn" || '-01', '+0 days') is "publicationDecisions"."decidedOn" || '-01') or (length("publicationDecisions"."decidedOn") = 4 and date("publicationDecisions"."decidedOn" || '-01-01', '+0 days') is "publicationDecisions"."decidedOn" || '-01-01'))
) STRICT;
--> statement-breakpoint
CREATE INDEX \`publicationDecisions_review\` ON \`publicationDecisions\` (\`reviewId\`);--> statement-breakpoint
CREATE TABLE \`publicationDelayReasons\` (
	\`id\` text PRIMARY KEY NOT NULL,
	\`removed\` integer,
	\`publicationDelayId\` text NOT NULL,
	\`delayReasonId\` text NOT NULL,
	FOREIGN KEY (\`publicationDelayId\`) REFERENCES \`publicationDelays\`(\`id\`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (\`delayReasonId\`) REFERENCES \`delayReasons\`(\`id\`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX \`publicationDelayReasons_delay\` ON \`publicationDelayReasons\` (\`publicationDelayId\`);--> statement-breakpoint
CREATE INDEX \`publicationDelayReasons_reason\` ON \`publicationDelayReasons\` (\`delayReasonId\`);--> statement-breakpoint
CREATE TABLE \`publicationDelays\` (
	\`id\` text PRIMARY KEY NOT NULL,
	\`removed\` integer,
	\`reviewId\` text NOT NULL,
	\`since\` text,
	\`sinceText\` text,
	\`explanation\` text DEFAULT '' NOT NULL,
	\`expectedEndEvent\` text DEFAULT '' NOT NULL,
	\`expectedEndOn\` text,
	\`nextReviewOn\` text,
	\`interimLearning\` text DEFAULT '' NOT NULL,
	\`endedOn\` text,
	\`endedBy\` text DEFAULT '' NOT NULL,
	FOREIGN KEY (\`reviewId\`) REFERENCES \`reviews\`(\`id\`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "publicationDelays_since_is_a_date" CHECK("publicationDelays"."since" is null or (length("publicationDelays"."since") = 10 and date("publicationDelays"."since", '+0 days') is "publicationDelays"."since") or (length("publicationDelays"."since") = 7 and date("publicationDelays"."since" || '-01', '+0 days') is "publicationDelays"."since" || '-01') or (length("publicationDelays"."since") = 4 and date("publicationDelays"."since" || '-01-01', '+0 days') is "publicationDelays"."since" || '-01-01')),
	CONSTRAINT "publicationDelays_expectedEndOn_is_a_date" CHECK("publicationDelays"."expectedEndOn" is null or (length("publicationDelays"."expectedEndOn") = 10 and date("publicationDelays"."expectedEndOn", '+0 days') is "publicationDelays"."expectedEndOn") or (length("publicationDelays"."expectedEndOn") = 7 and date("publicationDelays"."expectedEndOn" || '-01', '+0 days') is "publicationDelays"."expectedEndOn" || '-01') or (length("publicationDelays"."expectedEndOn") = 4 and date("publicationDelays"."expectedEndOn" || '-01-01', '+0 days') is "publicationDelays"."expectedEndOn" || '-01-01')),
	CONSTRAINT "publicationDelays_nextReviewOn_is_a_date" CHECK("publicationDelays"."nextReviewOn" is null or (length("publicationDelays"."nextReviewOn") = 10 and date("publicationDelays"."nextReviewOn", '+0 days') is "publicationDelays"."nextReviewOn") or (length("publicationDelays"."nextReviewOn") = 7 and date("publicationDelays"."nextReviewOn" || '-01', '+0 days') is "publicationDelays"."nextReviewOn" || '-01') or (length("publicationDelays"."nextReviewOn") = 4 and date("publicationDelays"."nextReviewOn" || '-01-01', '+0 days') is "publicationDelays"."nextReviewOn" || '-01-01')),
	CONSTRAINT "publicationDelays_endedOn_is_a_date" CHECK("publicationDelays"."endedOn" is null or (length("publicationDelays"."endedOn") = 10 and date("publicationDelays"."endedOn", '+0 days') is "publicationDelays"."endedOn") or (length("publicationDelays"."endedOn") = 7 and date("publicationDelays"."endedOn" || '-01', '+0 days') is "publicationDelays"."endedOn" || '-01') or (length("publicationDelays"."endedOn") = 4 and date("publicationDelays"."endedOn" || '-01-01', '+0 days') is "publicationDelays"."endedOn" || '-01-01'))
) STRICT;
--> statement-breakpoint
CREATE INDEX \`publicationDelays_review\` ON \`publicationDelays\` (\`reviewId\`);--> statement-breakpoint
CREATE INDEX \`publicationDelays_open\` ON \`publicationDelays\` (\`endedOn\`,\`nextReviewOn\`);--> statement-breakpoint
CREATE TABLE \`publications\` (
	\`id\` text PRIMARY KEY NOT NULL,
	\`removed\` integer,
	\`reviewId\` text NOT NULL,
	\`plannedOn\` text,
	\`plannedText\` text,
	\`publishedOn\` text,
	\`publishedText\` text,
	\`place\` text DEFAULT '' NOT NULL,
	\`availableUntil\` text,
	\`takenDownOn\` text,
	\`audience\` text DEFAULT '' NOT NULL,
	\`note\` text DEFAULT '' NOT NULL,
	FOREIGN KEY (\`reviewId\`) REFERENCES \`reviews\`(\`id\`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "publications_plannedOn_is_a_date" CHECK("publications"."plannedOn" is null or (length("publications"."plannedOn") = 10 and date("publications"."plannedOn", '+0 days') is "publications"."plannedOn") or (length("publications"."plannedOn") = 7 and date("publications"."plannedOn" || '-01', '+0 days') is "publications"."plannedOn" || '-01') or (length("publications"."plannedOn") = 4 and date("publications"."plannedOn" || '-01-01', '+0 days') is "publications"."plannedOn" || '-01-01')),
	CONSTRAINT "publications_publishedOn_is_a_date" CHECK("publications"."publishedOn" is null or (length("publications"."publishedOn") = 10 and date("publications"."publishedOn", '+0 days') is "publications"."publishedOn") or (length("publications"."publishedOn") = 7 and date("publications"."publishedOn" || '-01', '+0 days') is "publications"."publishedOn" || '-01') or (length("publications"."publishedOn") = 4 and date("publications"."publishedOn" || '-01-01', '+0 days') is "publications"."publishedOn" || '-01-01')),
	CONSTRAINT "publications_availableUntil_is_a_date" CHECK("publications"."availableUntil" is null or (length("publications"."availableUntil") = 10 and date("publications"."availableUntil", '+0 days') is "publications"."availableUntil") or (length("publications"."availableUntil") = 7 and date("publications"."availableUntil" || '-01', '+0 days') is "publications"."availableUntil" || '-01') or (length("publications"."availableUntil") = 4 and date("publications"."availableUntil" || '-01-01', '+0 days') is "publications"."availableUntil" || '-01-01')),
	CONSTRAINT "publications_takenDownOn_is_a_date" CHECK("publications"."takenDownOn" is null or (length("publications"."takenDownOn") = 10 and date("publications"."takenDownOn", '+0 days') is "publications"."takenDownOn") or (length("publications"."takenDownOn") = 7 and date("publications"."takenDownOn" || '-01', '+0 days') is "publications"."takenDownOn" || '-01') or (length("publications"."takenDownOn") = 4 and date("publications"."takenDownOn" || '-01-01', '+0 days') is "publications"."takenDownOn" || '-01-01')),
	CONSTRAINT "publications_end_after_start" CHECK("publications"."takenDownOn" is null or "publications"."publishedOn" is null or substr("publications"."takenDownOn", 1, 4) >= substr("publications"."publishedOn", 1, 4))
) STRICT;
--> statement-breakpoint
CREATE INDEX \`publications_review\` ON \`publications\` (\`reviewId\`);--> statement-breakpoint
CREATE TABLE \`clockRules\` (
	\`id\` text PRIMARY KEY NOT NULL,
	\`removed\` integer,
	\`reviewTypeId\` text NOT NULL,
	\`regimeId\` text,
	\`code\` text DEFAULT '' NOT NULL,
	\`name\` text NOT NULL,
	\`runsFrom\` text NOT NULL,
	\`stopsAt\` text NOT NULL,
	\`length\` integer NOT NULL,
	\`unit\` text NOT NULL,
	\`direction\` text DEFAULT 'after' NOT NULL,
	\`dayZero\` text DEFAULT 'next-day-is-day-1' NOT NULL,
	\`fixedDate\` text,
	\`source\` text DEFAULT '' NOT NULL,
	\`confirmed\` integer DEFAULT 0 NOT NULL,
	\`position\` integer DEFAULT 0 NOT NULL,
	FOREIGN KEY (\`reviewTypeId\`) REFERENCES \`reviewTypes\`(\`id\`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (\`regimeId\`) REFERENCES \`regimes\`(\`id\`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "clockRules_runsFrom_is_known" CHECK("clockRules"."runsFrom" in ('incident', 'notified', 'authority-aware', 'panel-notified', 'referred', 'decided-to-proceed', 'decided-not-to-proceed', 'panel-told-of-decision', 'initiated', 'scoped', 'author-appointed', 'agency-reports-due', 'draft-received', 'factual-accuracy-closed', 'report-agreed', 'completed', 'submitted', 'evaluated', 'publication-planned', 'copies-sent-before-publication', 'published', 'website-until', 'taken-down', 'handed-over', 'learning-shared', 'action-plan-agreed', 'closed')),
	CONSTRAINT "clockRules_stopsAt_is_known" CHECK("clockRules"."stopsAt" in ('incident', 'notified', 'authority-aware', 'panel-notified', 'referred', 'decided-to-proceed', 'decided-not-to-proceed', 'panel-told-of-decision', 'initiated', 'scoped', 'author-appointed', 'agency-reports-due', 'draft-received', 'factual-accuracy-closed', 'report-agreed', 'completed', 'submitted', 'evaluated', 'publication-planned', 'copies-sent-before-publication', 'published', 'website-until', 'taken-down', 'handed-over', 'learning-shared', 'action-plan-agreed', 'closed')),
	CONSTRAINT "clockRules_unit_is_known" CHECK("clockRules"."unit" in ('working-days', 'calendar-days', 'weeks', 'months', 'years', 'fixed-date')),
	CONSTRAINT "clockRules_direction_is_known" CHECK("clockRules"."direction" in ('after', 'before')),
	CONSTRAINT "clockRules_dayZero_is_known" CHECK("clockRules"."dayZero" in ('next-day-is-day-1', 'event-day-is-day-1')),
	CONSTRAINT "clockRules_fixedDate_is_a_date" CHECK("clockRules"."fixedDate" is null or (length("clockRules"."fixedDate") = 10 and date("clockRules"."fixedDate", '+0 days') is "clockRules"."fixedDate") or (length("clockRules"."fixedDate") = 7 and date("clockRules"."fixedDate" || '-01', '+0 days') is "clockRules"."fixedDate" || '-01') or (length("clockRules"."fixedDate") = 4 and date("clockRules"."fixedDate" || '-01-01', '+0 days') is "clockRules"."fixedDate" || '-01-01')),
	CONSTRAINT "clockRules_confirmed_is_yes_or_no" CHECK("clockRules"."confirmed" in (0, 1)),
	CONSTRAINT "clockRules_length_is_sensible" CHECK("clockRules"."length" between 0 and 10000)
) STRICT;
--> statement-breakpoint
CREATE INDEX \`clockRules_type\` ON \`clockRules\` (\`reviewTypeId\`,\`position\`);--> statement-breakpoint
CREATE TABLE \`delayReasons\` (
	\`id\` text PRIMARY KEY NOT NULL,
	\`removed\` integer,
	\`code\` text NOT NULL,
	\`name\` text NOT NULL,
	\`phrase\` text NOT NULL,
	\`confirmed\` integer DEFAULT 0 NOT NULL,
	\`position\` integer DEFAULT 0 NOT NULL,
	CONSTRAINT "delayReasons_confirmed_is_yes_or_no" CHECK("delayReasons"."confirmed" in (0, 1))
) STRICT;
--> statement-breakpoint
CREATE INDEX \`delayReasons_code\` ON \`delayReasons\` (\`code\`);--> statement-breakpoint
CREATE TABLE \`regimes\` (
	\`id\` text PRIMARY KEY NOT NULL,
	\`removed\` integer,
	\`reviewTypeId\` text NOT NULL,
	\`code\` text NOT NULL,
	\`name\` text NOT NULL,
	\`fromDate\` text,
	\`untilDate\` text,
	\`source\` text DEFAULT '' NOT NULL,
	\`confirmed\` integer DEFAULT 0 NOT NULL,
	\`position\` integer DEFAULT 0 NOT NULL,
	FOREIGN KEY (\`reviewTypeId\`) REFERENCES \`reviewTypes\`(\`id\`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "regimes_fromDate_is_a_date" CHECK("regimes"."fromDate" is null or (length("regimes"."fromDate") = 10 and date("regimes"."fromDate", '+0 days') is "regimes"."fromDate") or (length("regimes"."fromDate") = 7 and date("regimes"."fromDate" || '-01', '+0 days') is "regimes"."fromDate" || '-01') or (length("regimes"."fromDate") = 4 and date("regimes"."fromDate" || '-01-01', '+0 days') is "regimes"."fromDate" || '-01-01')),
	CONSTRAINT "regimes_untilDate_is_a_date" CHECK("regimes"."untilDate" is null or (length("regimes"."untilDate") = 10 and date("regimes"."untilDate", '+0 days') is "regimes"."untilDate") or (length("regimes"."untilDate") = 7 and date("regimes"."untilDate" || '-01', '+0 days') is "regimes"."untilDate" || '-01') or (length("regimes"."untilDate") = 4 and date("regimes"."untilDate" || '-01-01', '+0 days') is "regimes"."untilDate" || '-01-01')),
	CONSTRAINT "regimes_confirmed_is_yes_or_no" CHECK("regimes"."confirmed" in (0, 1))
) STRICT;
--> statement-breakpoint
CREATE INDEX \`regimes_type\` ON \`regimes\` (\`reviewTypeId\`,\`position\`);--> statement-breakpoint
CREATE TABLE \`reviewTypes\` (
	\`id\` text PRIMARY KEY NOT NULL,
	\`removed\` integer,
	\`code\` text NOT NULL,
	\`name\` text NOT NULL,
	\`shortName\` text NOT NULL,
	\`singular\` text NOT NULL,
	\`plural\` text NOT NULL,
	\`statutory\` integer DEFAULT 0 NOT NULL,
	\`nation\` text,
	\`commissioningBody\` text DEFAULT '' NOT NULL,
	\`inForceFrom\` text,
	\`inForceUntil\` text,
	\`trigger\` text DEFAULT '' NOT NULL,
	\`decidedBy\` text DEFAULT '' NOT NULL,
	\`note\` text DEFAULT '' NOT NULL,
	\`source\` text DEFAULT '' NOT NULL,
	\`confirmed\` integer DEFAULT 0 NOT NULL,
	\`position\` integer DEFAULT 0 NOT NULL,
	CONSTRAINT "reviewTypes_nation_is_known" CHECK("reviewTypes"."nation" in ('england', 'wales', 'scotland', 'northern-ireland')),
	CONSTRAINT "reviewTypes_statutory_is_yes_or_no" CHECK("reviewTypes"."statutory" in (0, 1)),
	CONSTRAINT "reviewTypes_confirmed_is_yes_or_no" CHECK("reviewTypes"."confirmed" in (0, 1)),
	CONSTRAINT "reviewTypes_inForceFrom_is_a_date" CHECK("reviewTypes"."inForceFrom" is null or (length("reviewTypes"."inForceFrom") = 10 and date("reviewTypes"."inForceFrom", '+0 days') is "reviewTypes"."inForceFrom") or (length("reviewTypes"."inForceFrom") = 7 and date("reviewTypes"."inForceFrom" || '-01', '+0 days') is "reviewTypes"."inForceFrom" || '-01') or (length("reviewTypes"."inForceFrom") = 4 and date("reviewTypes"."inForceFrom" || '-01-01', '+0 days') is "reviewTypes"."inForceFrom" || '-01-01')),
	CONSTRAINT "reviewTypes_inForceUntil_is_a_date" CHECK("reviewTypes"."inForceUntil" is null or (length("reviewTypes"."inForceUntil") = 10 and date("reviewTypes"."inForceUntil", '+0 days') is "reviewTypes"."inForceUntil") or (length("reviewTypes"."inForceUntil") = 7 and date("reviewTypes"."inForceUntil" || '-01', '+0 days') is "reviewTypes"."inForceUntil" || '-01') or (length("reviewTypes"."inForceUntil") = 4 and date("reviewTypes"."inForceUntil" || '-01-01', '+0 days') is "reviewTypes"."inForceUntil" || '-01-01'))
) STRICT;
--> statement-breakpoint
CREATE TABLE \`stages\` (
	\`id\` text PRIMARY KEY NOT NULL,
	\`removed\` integer,
	\`reviewTypeId\` text NOT NULL,
	\`code\` text NOT NULL,
	\`name\` text NOT NULL,
	\`kind\` text NOT NULL,
	\`position\` integer NOT NULL,
	FOREIGN KEY (\`reviewTypeId\`) REFERENCES \`reviewTypes\`(\`id\`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "stages_kind_is_known" CHECK("stages"."kind" in ('referral', 'deciding', 'in-progress', 'report-agreed', 'complete', 'closed', 'not-proceeding', 'handed-over'))
) STRICT;
--> statement-breakpoint
CREATE INDEX \`stages_type\` ON \`stages\` (\`reviewTypeId\`,\`position\`);--> statement-breakpoint
CREATE TABLE \`agencyReports\` (
	\`id\` text PRIMARY KEY NOT NULL,
	\`removed\` integer,
	\`reviewId\` text NOT NULL,
	\`agencyId\` text NOT NULL,
	\`requestedOn\` text,
	\`dueOn\` text,
	\`receivedOn\` text,
	\`returnedOn\` text,
	\`acceptedOn\` text,
	\`note\` text DEFAULT '' NOT NULL,
	FOREIGN KEY (\`reviewId\`) REFERENCES \`reviews\`(\`id\`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (\`agencyId\`) REFERENCES \`agencies\`(\`id\`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "agencyReports_requestedOn_is_a_date" CHECK("agencyReports"."requestedOn" is null or (length("agencyReports"."requestedOn") = 10 and date("agencyReports"."requestedOn", '+0 days') is "agencyReports"."requestedOn") or (length("agencyReports"."requestedOn") = 7 and date("agencyReports"."requestedOn" || '-01', '+0 days') is "agencyReports"."requestedOn" || '-01') or (length("agencyReports"."requestedOn") = 4 and date("agencyReports"."requestedOn" || '-01-01', '+0 days') is "agencyReports"."requestedOn" || '-01-01')),
	CONSTRAINT "agencyReports_dueOn_is_a_date" CHECK("agencyReports"."dueOn" is null or (length("agencyReports"."dueOn") = 10 and date("agencyReports"."dueOn", '+0 days') is "agencyReports"."dueOn") or (length("agencyReports"."dueOn") = 7 and date("agencyReports"."dueOn" || '-01', '+0 days') is "agencyReports"."dueOn" || '-01') or (length("agencyReports"."dueOn") = 4 and date("agencyReports"."dueOn" || '-01-01', '+0 days') is "agencyReports"."dueOn" || '-01-01')),
	CONSTRAINT "agencyReports_receivedOn_is_a_date" CHECK("agencyReports"."receivedOn" is null or (length("agencyReports"."receivedOn") = 10 and date("agencyReports"."receivedOn", '+0 days') is "agencyReports"."receivedOn") or (length("agencyReports"."receivedOn") = 7 and date("agencyReports"."receivedOn" || '-01', '+0 days') is "agencyReports"."receivedOn" || '-01') or (length("agencyReports"."receivedOn") = 4 and date("agencyReports"."receivedOn" || '-01-01', '+0 days') is "agencyReports"."receivedOn" || '-01-01')),
	CONSTRAINT "agencyReports_returnedOn_is_a_date" CHECK("agencyReports"."returnedOn" is null or (length("agencyReports"."returnedOn") = 10 and date("agencyReports"."returnedOn", '+0 days') is "agencyReports"."returnedOn") or (length("agencyReports"."returnedOn") = 7 and date("agencyReports"."returnedOn" || '-01', '+0 days') is "agencyReports"."returnedOn" || '-01') or (length("agencyReports"."returnedOn") = 4 and date("agencyReports"."returnedOn" || '-01-01', '+0 days') is "agencyReports"."returnedOn" || '-01-01')),
	CONSTRAINT "agencyReports_acceptedOn_is_a_date" CHECK("agencyReports"."acceptedOn" is null or (length("agencyReports"."acceptedOn") = 10 and date("agencyReports"."acceptedOn", '+0 days') is "agencyReports"."acceptedOn") or (length("agencyReports"."acceptedOn") = 7 and date("agencyReports"."acceptedOn" || '-01', '+0 days') is "agencyReports"."acceptedOn" || '-01') or (length("agencyReports"."acceptedOn") = 4 and date("agencyReports"."acceptedOn" || '-01-01', '+0 days') is "agencyReports"."acceptedOn" || '-01-01'))
) STRICT;
--> statement-breakpoint
CREATE INDEX \`agencyReports_review\` ON \`agencyReports\` (\`reviewId\`);--> statement-breakpoint
CREATE INDEX \`agencyReports_agency\` ON \`agencyReports\` (\`agencyId\`);--> statement-breakpoint
CREATE TABLE \`cases\` (
	\`id\` text PRIMARY KEY NOT NULL,
	\`removed\` integer,
	\`reference\` text NOT NULL,
	\`incidentOn\` text,
	\`incidentText\` text,
	\`note\` text DEFAULT '' NOT NULL,
	\`retentionClass\` text DEFAULT '' NOT NULL,
	\`retentionReviewOn\` text,
	\`legalHold\` integer DEFAULT 0 NOT NULL,
	\`legalHoldReason\` text DEFAULT '' NOT NULL,
	CONSTRAINT "cases_incidentOn_is_a_date" CHECK("cases"."incidentOn" is null or (length("cases"."incidentOn") = 10 and date("cases"."incidentOn", '+0 days') is "cases"."incidentOn") or (length("cases"."incidentOn") = 7 and date("cases"."incidentOn" || '-01', '+0 days') is "cases"."incidentOn" || '-01') or (length("cases"."incidentOn") = 4 and date("cases"."incidentOn" || '-01-01', '+0 days') is "cases"."incidentOn" || '-01-01')),
	CONSTRAINT "cases_retentionReviewOn_is_a_date" CHECK("cases"."retentionReviewOn" is null or (length("cases"."retentionReviewOn") = 10 and date("cases"."retentionReviewOn", '+0 days') is "cases"."retentionReviewOn") or (length("cases"."retentionReviewOn") = 7 and date("cases"."retentionReviewOn" || '-01', '+0 days') is "cases"."retentionReviewOn" || '-01') or (length("cases"."retentionReviewOn") = 4 and date("cases"."retentionReviewOn" || '-01-01', '+0 days') is "cases"."retentionReviewOn" || '-01-01')),
	CONSTRAINT "cases_legalHold_is_yes_or_no" CHECK("cases"."legalHold" in (0, 1))
) STRICT;
--> statement-breakpoint
CREATE INDEX \`cases_reference\` ON \`cases\` (\`reference\`);--> statement-breakpoint
CREATE TABLE \`clocks\` (
	\`id\` text PRIMARY KEY NOT NULL,
	\`removed\` integer,
	\`reviewId\` text NOT NULL,
	\`clockRuleId\` text,
	\`name\` text NOT NULL,
	\`runsFrom\` text NOT NULL,
	\`stopsAt\` text NOT NULL,
	\`length\` integer NOT NULL,
	\`unit\` text NOT NULL,
	\`direction\` text DEFAULT 'after' NOT NULL,
	\`dayZero\` text DEFAULT 'next-day-is-day-1' NOT NULL,
	\`fixedDate\` text,
	\`source\` text DEFAULT '' NOT NULL,
	\`confirmed\` integer DEFAULT 0 NOT NULL,
	\`position\` integer DEFAULT 0 NOT NULL,
	\`overrideDueOn\` text,
	\`overrideReason\` text DEFAULT '' NOT NULL,
	\`relaxedUntil\` text,
	\`relaxationReason\` text DEFAULT '' NOT NULL,
	\`tableVersion\` text DEFAULT '' NOT NULL,
	FOREIGN KEY (\`reviewId\`) REFERENCES \`reviews\`(\`id\`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (\`clockRuleId\`) REFERENCES \`clockRules\`(\`id\`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "clocks_runsFrom_is_known" CHECK("clocks"."runsFrom" in ('incident', 'notified', 'authority-aware', 'panel-notified', 'referred', 'decided-to-proceed', 'decided-not-to-proceed', 'panel-told-of-decision', 'initiated', 'scoped', 'author-appointed', 'agency-reports-due', 'draft-received', 'factual-accuracy-closed', 'report-agreed', 'completed', 'submitted', 'evaluated', 'publication-planned', 'copies-sent-before-publication', 'published', 'website-until', 'taken-down', 'handed-over', 'learning-shared', 'action-plan-agreed', 'closed')),
	CONSTRAINT "clocks_stopsAt_is_known" CHECK("clocks"."stopsAt" in ('incident', 'notified', 'authority-aware', 'panel-notified', 'referred', 'decided-to-proceed', 'decided-not-to-proceed', 'panel-told-of-decision', 'initiated', 'scoped', 'author-appointed', 'agency-reports-due', 'draft-received', 'factual-accuracy-closed', 'report-agreed', 'completed', 'submitted', 'evaluated', 'publication-planned', 'copies-sent-before-publication', 'published', 'website-until', 'taken-down', 'handed-over', 'learning-shared', 'action-plan-agreed', 'closed')),
	CONSTRAINT "clocks_unit_is_known" CHECK("clocks"."unit" in ('working-days', 'calendar-days', 'weeks', 'months', 'years', 'fixed-date')),
	CONSTRAINT "clocks_direction_is_known" CHECK("clocks"."direction" in ('after', 'before')),
	CONSTRAINT "clocks_dayZero_is_known" CHECK("clocks"."dayZero" in ('next-day-is-day-1', 'event-day-is-day-1')),
	CONSTRAINT "clocks_fixedDate_is_a_date" CHECK("clocks"."fixedDate" is null or (length("clocks"."fixedDate") = 10 and date("clocks"."fixedDate", '+0 days') is "clocks"."fixedDate") or (length("clocks"."fixedDate") = 7 and date("clocks"."fixedDate" || '-01', '+0 days') is "clocks"."fixedDate" || '-01') or (length("clocks"."fixedDate") = 4 and date("clocks"."fixedDate" || '-01-01', '+0 days') is "clocks"."fixedDate" || '-01-01')),
	CONSTRAINT "clocks_confirmed_is_yes_or_no" CHECK("clocks"."confirmed" in (0, 1)),
	CONSTRAINT "clocks_length_is_sensible" CHECK("clocks"."length" between 0 and 10000),
	CONSTRAINT "clocks_overrideDueOn_is_a_date" CHECK("clocks"."overrideDueOn" is null or (length("clocks"."overrideDueOn") = 10 and date("clocks"."overrideDueOn", '+0 days') is "clocks"."overrideDueOn") or (length("clocks"."overrideDueOn") = 7 and date("clocks"."overrideDueOn" || '-01', '+0 days') is "clocks"."overrideDueOn" || '-01') or (length("clocks"."overrideDueOn") = 4 and date("clocks"."overrideDueOn" || '-01-01', '+0 days') is "clocks"."overrideDueOn" || '-01-01')),
	CONSTRAINT "clocks_relaxedUntil_is_a_date" CHECK("clocks"."relaxedUntil" is null or (length("clocks"."relaxedUntil") = 10 and date("clocks"."relaxedUntil", '+0 days') is "clocks"."relaxedUntil") or (length("clocks"."relaxedUntil") = 7 and date("clocks"."relaxedUntil" || '-01', '+0 days') is "clocks"."relaxedUntil" || '-01') or (length("clocks"."relaxedUntil") = 4 and date("clocks"."relaxedUntil" || '-01-01', '+0 days') is "clocks"."relaxedUntil" || '-01-01')),
	CONSTRAINT "clocks_override_has_a_reason" CHECK("clocks"."overrideDueOn" is null or length("clocks"."overrideReason") > 0)
) STRICT;
--> statement-breakpoint
CREATE INDEX \`clocks_review\` ON \`clocks\` (\`reviewId\`,\`position\`);--> statement-breakpoint
CREATE TABLE \`evaluations\` (
	\`id\` text PRIMARY KEY NOT NULL,
	\`removed\` integer,
	\`reviewId\` text NOT NULL,
	\`evaluator\` text NOT NULL,
	\`grade\` text DEFAULT '' NOT NULL,
	\`status\` text NOT NULL,
	\`regimeNote\` text DEFAULT '' NOT NULL,
	\`date\` text,
	\`dateText\` text,
	\`note\` text DEFAULT '' NOT NULL,
	FOREIGN KEY (\`reviewId\`) REFERENCES \`reviews\`(\`id\`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "evaluations_status_is_known" CHECK("evaluations"."status" in ('provisional', 'contested', 'appealed', 'reconsidered', 'confirmed', 'regraded')),
	CONSTRAINT "evaluations_date_is_a_date" CHECK("evaluations"."date" is null or (length("evaluations"."date") = 10 and date("evaluations"."date", '+0 days') is "evaluations"."date") or (length("evaluations"."date") = 7 and date("evaluations"."date" || '-01', '+0 days') is "evaluations"."date" || '-01') or (length("evaluations"."date") = 4 and date("evaluations"."date" || '-01-01', '+0 days') is "evaluations"."date" || '-01-01'))
) STRICT;
--> statement-breakpoint
CREATE INDEX \`evaluations_review\` ON \`evaluations\` (\`reviewId\`);--> statement-breakpoint
CREATE TABLE \`handOvers\` (
	\`id\` text PRIMARY KEY NOT NULL,
	\`removed\` integer,
	\`reviewId\` text NOT NULL,
	\`direction\` text DEFAULT 'to' NOT NULL,
	\`body\` text NOT NULL,
	\`bodyId\` text,
	\`deadline\` text,
	\`deadlineText\` text,
	\`handedOverOn\` text,
	\`acceptedOn\` text,
	\`note\` text DEFAULT '' NOT NULL,
	FOREIGN KEY (\`reviewId\`) REFERENCES \`reviews\`(\`id\`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (\`bodyId\`) REFERENCES \`bodies\`(\`id\`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "handOvers_direction_is_known" CHECK("handOvers"."direction" in ('to', 'from')),
	CONSTRAINT "handOvers_deadline_is_a_date" CHECK("handOvers"."deadline" is null or (length("handOvers"."deadline") = 10 and date("handOvers"."deadline", '+0 days') is "handOvers"."deadline") or (length("handOvers"."deadline") = 7 and date("handOvers"."deadline" || '-01', '+0 days') is "handOvers"."deadline" || '-01') or (length("handOvers"."deadline") = 4 and date("handOvers"."deadline" || '-01-01', '+0 days') is "handOvers"."deadline" || '-01-01')),
	CONSTRAINT "handOvers_handedOverOn_is_a_date" CHECK("handOvers"."handedOverOn" is null or (length("handOvers"."handedOverOn") = 10 and date("handOvers"."handedOverOn", '+0 days') is "handOvers"."handedOverOn") or (length("handOvers"."handedOverOn") = 7 and date("handOvers"."handedOverOn" || '-01', '+0 days') is "handOvers"."handedOverOn" || '-01') or (length("handOvers"."handedOverOn") = 4 and date("handOvers"."handedOverOn" || '-01-01', '+0 days') is "handOvers"."handedOverOn" || '-01-01')),
	CONSTRAINT "handOvers_acceptedOn_is_a_date" CHECK("handOvers"."acceptedOn" is null or (length("handOvers"."acceptedOn") = 10 and date("handOvers"."acceptedOn", '+0 days') is "handOvers"."acceptedOn") or (length("handOvers"."acceptedOn") = 7 and date("handOvers"."acceptedOn" || '-01', '+0 days') is "handOvers"."acceptedOn" || '-01') or (length("handOvers"."acceptedOn") = 4 and date("handOvers"."acceptedOn" || '-01-01', '+0 days') is "handOvers"."acceptedOn" || '-01-01'))
) STRICT;
--> statement-breakpoint
CREATE INDEX \`handOvers_review\` ON \`handOvers\` (\`reviewId\`);--> statement-breakpoint
CREATE TABLE \`labels\` (
	\`id\` text PRIMARY KEY NOT NULL,
	\`removed\` integer,
	\`caseId\` text NOT NULL,
	\`subjectId\` text,
	\`label\` text NOT NULL,
	\`kind\` text NOT NULL,
	\`audience\` text NOT NULL,
	\`fromDate\` text,
	\`untilDate\` text,
	\`position\` integer DEFAULT 0 NOT NULL,
	FOREIGN KEY (\`caseId\`) REFERENCES \`cases\`(\`id\`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (\`subjectId\`) REFERENCES \`subjects\`(\`id\`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "labels_kind_is_known" CHECK("labels"."kind" in ('initials', 'pseudonym', 'family', 'other')),
	CONSTRAINT "labels_audience_is_known" CHECK("labels"."audience" in ('internal', 'print')),
	CONSTRAINT "labels_fromDate_is_a_date" CHECK("labels"."fromDate" is null or (length("labels"."fromDate") = 10 and date("labels"."fromDate", '+0 days') is "labels"."fromDate") or (length("labels"."fromDate") = 7 and date("labels"."fromDate" || '-01', '+0 days') is "labels"."fromDate" || '-01') or (length("labels"."fromDate") = 4 and date("labels"."fromDate" || '-01-01', '+0 days') is "labels"."fromDate" || '-01-01')),
	CONSTRAINT "labels_untilDate_is_a_date" CHECK("labels"."untilDate" is null or (length("labels"."untilDate") = 10 and date("labels"."untilDate", '+0 days') is "labels"."untilDate") or (length("labels"."untilDate") = 7 and date("labels"."untilDate" || '-01', '+0 days') is "labels"."untilDate" || '-01') or (length("labels"."untilDate") = 4 and date("labels"."untilDate" || '-01-01', '+0 days') is "labels"."untilDate" || '-01-01'))
) STRICT;
--> statement-breakpoint
CREATE INDEX \`labels_case\` ON \`labels\` (\`caseId\`,\`position\`);--> statement-breakpoint
CREATE INDEX \`labels_subject\` ON \`labels\` (\`subjectId\`);--> statement-breakpoint
CREATE TABLE \`milestones\` (
	\`id\` text PRIMARY KEY NOT NULL,
	\`removed\` integer,
	\`reviewId\` text NOT NULL,
	\`kind\` text NOT NULL,
	\`name\` text DEFAULT '' NOT NULL,
	\`date\` text,
	\`dateText\` text,
	\`forecast\` text,
	\`forecastText\` text,
	\`note\` text DEFAULT '' NOT NULL,
	FOREIGN KEY (\`reviewId\`) REFERENCES \`reviews\`(\`id\`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "milestones_kind_is_known" CHECK("milestones"."kind" in ('incident', 'notified', 'authority-aware', 'panel-notified', 'referred', 'decided-to-proceed', 'decided-not-to-proceed', 'panel-told-of-decision', 'initiated', 'scoped', 'author-appointed', 'agency-reports-due', 'draft-received', 'factual-accuracy-closed', 'report-agreed', 'completed', 'submitted', 'evaluated', 'publication-planned', 'copies-sent-before-publication', 'published', 'website-until', 'taken-down', 'handed-over', 'learning-shared', 'action-plan-agreed', 'closed')),
	CONSTRAINT "milestones_date_is_a_date" CHECK("milestones"."date" is null or (length("milestones"."date") = 10 and date("milestones"."date", '+0 days') is "milestones"."date") or (length("milestones"."date") = 7 and date("milestones"."date" || '-01', '+0 days') is "milestones"."date" || '-01') or (length("milestones"."date") = 4 and date("milestones"."date" || '-01-01', '+0 days') is "milestones"."date" || '-01-01')),
	CONSTRAINT "milestones_forecast_is_a_date" CHECK("milestones"."forecast" is null or (length("milestones"."forecast") = 10 and date("milestones"."forecast", '+0 days') is "milestones"."forecast") or (length("milestones"."forecast") = 7 and date("milestones"."forecast" || '-01', '+0 days') is "milestones"."forecast" || '-01') or (length("milestones"."forecast") = 4 and date("milestones"."forecast" || '-01-01', '+0 days') is "milestones"."forecast" || '-01-01'))
) STRICT;
--> statement-breakpoint
CREATE INDEX \`milestones_review\` ON \`milestones\` (\`reviewId\`,\`kind\`);--> statement-breakpoint
CREATE TABLE \`notes\` (
	\`id\` text PRIMARY KEY NOT NULL,
	\`removed\` integer,
	\`reviewId\` text NOT NULL,
	\`date\` text,
	\`dateText\` text,
	\`text\` text NOT NULL,
	FOREIGN KEY (\`reviewId\`) REFERENCES \`reviews\`(\`id\`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "notes_date_is_a_date" CHECK("notes"."date" is null or (length("notes"."date") = 10 and date("notes"."date", '+0 days') is "notes"."date") or (length("notes"."date") = 7 and date("notes"."date" || '-01', '+0 days') is "notes"."date" || '-01') or (length("notes"."date") = 4 and date("notes"."date" || '-01-01', '+0 days') is "notes"."date" || '-01-01'))
) STRICT;
--> statement-breakpoint
CREATE INDEX \`notes_review\` ON \`notes\` (\`reviewId\`);--> statement-breakpoint
CREATE TABLE \`proceedDecisions\` (
	\`id\` text PRIMARY KEY NOT NULL,
	\`removed\` integer,
	\`reviewId\` text NOT NULL,
	\`decision\` text NOT NULL,
	\`decidedOn\` text,
	\`decidedBy\` text DEFAULT '' NOT NULL,
	\`reasons\` text DEFAULT '' NOT NULL,
	\`told\` text DEFAULT '' NOT NULL,
	\`toldOn\` text,
	FOREIGN KEY (\`reviewId\`) REFERENCES \`reviews\`(\`id\`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "proceedDecisions_decision_is_known" CHECK("proceedDecisions"."decision" in ('proceed', 'do-not-proceed', 'defer')),
	CONSTRAINT "proceedDecisions_decidedOn_is_a_date" CHECK("proceedDecisions"."decidedOn" is null or (length("proceedDecisions"."decidedOn") = 10 and date("proceedDecisions"."decidedOn", '+0 days') is "proceedDecisions"."decidedOn") or (length("proceedDecisions"."decidedOn") = 7 and date("proceedDecisions"."decidedOn" || '-01', '+0 days') is "proceedDecisions"."decidedOn" || '-01') or (length("proceedDecisions"."decidedOn") = 4 and date("proceedDecisions"."decidedOn" || '-01-01', '+0 days') is "proceedDecisions"."decidedOn" || '-01-01')),
	CONSTRAINT "proceedDecisions_toldOn_is_a_date" CHECK("proceedDecisions"."toldOn" is null or (length("proceedDecisions"."toldOn") = 10 and date("proceedDecisions"."toldOn", '+0 days') is "proceedDecisions"."toldOn") or (length("proceedDecisions"."toldOn") = 7 and date("proceedDecisions"."toldOn" || '-01', '+0 days') is "proceedDecisions"."toldOn" || '-01') or (length("proceedDecisions"."toldOn") = 4 and date("proceedDecisions"."toldOn" || '-01-01', '+0 days') is "proceedDecisions"."toldOn" || '-01-01'))
) STRICT;
--> statement-breakpoint
CREATE INDEX \`proceedDecisions_review\` ON \`proceedDecisions\` (\`reviewId\`);--> statement-breakpoint
CREATE TABLE \`reviewBodies\` (
	\`id\` text PRIMARY KEY NOT NULL,
	\`removed\` integer,
	\`reviewId\` text NOT NULL,
	\`bodyId\` text,
	\`name\` text DEFAULT '' NOT NULL,
	\`role\` text NOT NULL,
	FOREIGN KEY (\`reviewId\`) REFERENCES \`reviews\`(\`id\`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (\`bodyId\`) REFERENCES \`bodies\`(\`id\`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "reviewBodies_role_is_known" CHECK("reviewBodies"."role" in ('joint-lead', 'lead', 'commissioner', 'partner'))
) STRICT;
--> statement-breakpoint
CREATE INDEX \`reviewBodies_review\` ON \`reviewBodies\` (\`reviewId\`);--> statement-breakpoint
CREATE TABLE \`reviews\` (
	\`id\` text PRIMARY KEY NOT NULL,
	\`removed\` integer,
	\`caseId\` text NOT NULL,
	\`reference\` text NOT NULL,
	\`title\` text DEFAULT '' NOT NULL,
	\`reviewTypeId\` text NOT NULL,
	\`regimeId\` text,
	\`stageId\` text NOT NULL,
	\`trigger\` text DEFAULT '' NOT NULL,
	\`method\` text DEFAULT '' NOT NULL,
	\`lead\` text DEFAULT 'own' NOT NULL,
	\`leadBody\` text DEFAULT '' NOT NULL,
	\`commissioner\` text DEFAULT '' NOT NULL,
	\`leadReviewerPost\` text DEFAULT '' NOT NULL,
	\`ownerPost\` text DEFAULT '' NOT NULL,
	\`periodFrom\` text,
	\`periodUntil\` text,
	\`convertedFromReviewId\` text,
	\`retentionClass\` text DEFAULT '' NOT NULL,
	\`retentionReviewOn\` text,
	\`legalHold\` integer DEFAULT 0 NOT NULL,
	\`legalHoldReason\` text DEFAULT '' NOT NULL,
	FOREIGN KEY (\`caseId\`) REFERENCES \`cases\`(\`id\`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (\`reviewTypeId\`) REFERENCES \`reviewTypes\`(\`id\`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (\`regimeId\`) REFERENCES \`regimes\`(\`id\`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (\`stageId\`) REFERENCES \`stages\`(\`id\`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (\`convertedFromReviewId\`) REFERENCES \`reviews\`(\`id\`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "reviews_lead_is_known" CHECK("reviews"."lead" in ('own', 'joint', 'led-elsewhere')),
	CONSTRAINT "reviews_periodFrom_is_a_date" CHECK("reviews"."periodFrom" is null or (length("reviews"."periodFrom") = 10 and date("reviews"."periodFrom", '+0 days') is "reviews"."periodFrom") or (length("reviews"."periodFrom") = 7 and date("reviews"."periodFrom" || '-01', '+0 days') is "reviews"."periodFrom" || '-01') or (length("reviews"."periodFrom") = 4 and date("reviews"."periodFrom" || '-01-01', '+0 days') is "reviews"."periodFrom" || '-01-01')),
	CONSTRAINT "reviews_periodUntil_is_a_date" CHECK("reviews"."periodUntil" is null or (length("reviews"."periodUntil") = 10 and date("reviews"."periodUntil", '+0 days') is "reviews"."periodUntil") or (length("reviews"."periodUntil") = 7 and date("reviews"."periodUntil" || '-01', '+0 days') is "reviews"."periodUntil" || '-01') or (length("reviews"."periodUntil") = 4 and date("reviews"."periodUntil" || '-01-01', '+0 days') is "reviews"."periodUntil" || '-01-01')),
	CONSTRAINT "reviews_retentionReviewOn_is_a_date" CHECK("reviews"."retentionReviewOn" is null or (length("reviews"."retentionReviewOn") = 10 and date("reviews"."retentionReviewOn", '+0 days') is "reviews"."retentionReviewOn") or (length("reviews"."retentionReviewOn") = 7 and date("reviews"."retentionReviewOn" || '-01', '+0 days') is "reviews"."retentionReviewOn" || '-01') or (length("reviews"."retentionReviewOn") = 4 and date("reviews"."retentionReviewOn" || '-01-01', '+0 days') is "reviews"."retentionReviewOn" || '-01-01')),
	CONSTRAINT "reviews_legalHold_is_yes_or_no" CHECK("reviews"."legalHold" in (0, 1))
) STRICT;
--> statement-breakpoint
CREATE INDEX \`reviews_case\` ON \`reviews\` (\`caseId\`);--> statement-breakpoint
CREATE INDEX \`reviews_reference\` ON \`reviews\` (\`reference\`);--> statement-breakpoint
CREATE INDEX \`reviews_stage\` ON \`reviews\` (\`stageId\`);--> statement-breakpoint
CREATE INDEX \`reviews_type\` ON \`reviews\` (\`reviewTypeId\`);--> statement-breakpoint
CREATE TABLE \`subjects\` (
	\`id\` text PRIMARY KEY NOT NULL,
	\`removed\` integer,
	\`caseId\` text NOT NULL,
	\`kind\` text NOT NULL,
	\`note\` text DEFAULT '' NOT NULL,
	\`position\` integer DEFAULT 0 NOT NULL,
	FOREIGN KEY (\`caseId\`) REFERENCES \`cases\`(\`id\`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "subjects_kind_is_known" CHECK("subjects"."kind" in ('child', 'adult'))
) STRICT;
--> statement-breakpoint
CREATE INDEX \`subjects_case\` ON \`subjects\` (\`caseId\`);--> statement-breakpoint
CREATE TABLE \`actionThemes\` (
	\`id\` text PRIMARY KEY NOT NULL,
	\`removed\` integer,
	\`actionId\` text NOT NULL,
	\`themeId\` text NOT NULL,
	FOREIGN KEY (\`actionId\`) REFERENCES \`actions\`(\`id\`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (\`themeId\`) REFERENCES \`themes\`(\`id\`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX \`actionThemes_action\` ON \`actionThemes\` (\`actionId\`);--> statement-breakpoint
CREATE INDEX \`actionThemes_theme\` ON \`actionThemes\` (\`themeId\`);--> statement-breakpoint
CREATE TABLE \`impactChecks\` (
	\`id\` text PRIMARY KEY NOT NULL,
	\`removed\` integer,
	\`reviewId\` text,
	\`themeId\` text,
	\`actionId\` text,
	\`question\` text NOT NULL,
	\`method\` text DEFAULT '' NOT NULL,
	\`plannedOn\` text,
	\`checkedOn\` text,
	\`result\` text,
	\`finding\` text DEFAULT '' NOT NULL,
	FOREIGN KEY (\`reviewId\`) REFERENCES \`reviews\`(\`id\`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (\`themeId\`) REFERENCES \`themes\`(\`id\`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (\`actionId\`) REFERENCES \`actions\`(\`id\`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "impactChecks_result_is_known" CHECK("impactChecks"."result" in ('worked', 'partly-worked', 'did-not-work', 'too-early-to-say')),
	CONSTRAINT "impactChecks_plannedOn_is_a_date" CHECK("impactChecks"."plannedOn" is null or (length("impactChecks"."plannedOn") = 10 and date("impactChecks"."plannedOn", '+0 days') is "impactChecks"."plannedOn") or (length("impactChecks"."plannedOn") = 7 and date("impactChecks"."plannedOn" || '-01', '+0 days') is "impactChecks"."plannedOn" || '-01') or (length("impactChecks"."plannedOn") = 4 and date("impactChecks"."plannedOn" || '-01-01', '+0 days') is "impactChecks"."plannedOn" || '-01-01')),
	CONSTRAINT "impactChecks_checkedOn_is_a_date" CHECK("impactChecks"."checkedOn" is null or (length("impactChecks"."checkedOn") = 10 and date("impactChecks"."checkedOn", '+0 days') is "impactChecks"."checkedOn") or (length("impactChecks"."checkedOn") = 7 and date("impactChecks"."checkedOn" || '-01', '+0 days') is "impactChecks"."checkedOn" || '-01') or (length("impactChecks"."checkedOn") = 4 and date("impactChecks"."checkedOn" || '-01-01', '+0 days') is "impactChecks"."checkedOn" || '-01-01'))
) STRICT;
--> statement-breakpoint
CREATE INDEX \`impactChecks_review\` ON \`impactChecks\` (\`reviewId\`);--> statement-breakpoint
CREATE INDEX \`impactChecks_theme\` ON \`impactChecks\` (\`themeId\`);--> statement-breakpoint
CREATE INDEX \`impactChecks_action\` ON \`impactChecks\` (\`actionId\`);--> statement-breakpoint
CREATE TABLE \`learningProducts\` (
	\`id\` text PRIMARY KEY NOT NULL,
	\`removed\` integer,
	\`reviewId\` text,
	\`externalReportId\` text,
	\`themeId\` text,
	\`kind\` text NOT NULL,
	\`title\` text NOT NULL,
	\`audience\` text DEFAULT '' NOT NULL,
	\`issuedOn\` text,
	\`issuedText\` text,
	\`reach\` integer,
	\`interim\` integer DEFAULT 0 NOT NULL,
	\`note\` text DEFAULT '' NOT NULL,
	FOREIGN KEY (\`reviewId\`) REFERENCES \`reviews\`(\`id\`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (\`externalReportId\`) REFERENCES \`externalReports\`(\`id\`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (\`themeId\`) REFERENCES \`themes\`(\`id\`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "learningProducts_kind_is_known" CHECK("learningProducts"."kind" in ('briefing', 'seven-minute-briefing', 'training', 'conference', 'practice-guidance', 'podcast-or-video', 'other')),
	CONSTRAINT "learningProducts_issuedOn_is_a_date" CHECK("learningProducts"."issuedOn" is null or (length("learningProducts"."issuedOn") = 10 and date("learningProducts"."issuedOn", '+0 days') is "learningProducts"."issuedOn") or (length("learningProducts"."issuedOn") = 7 and date("learningProducts"."issuedOn" || '-01', '+0 days') is "learningProducts"."issuedOn" || '-01') or (length("learningProducts"."issuedOn") = 4 and date("learningProducts"."issuedOn" || '-01-01', '+0 days') is "learningProducts"."issuedOn" || '-01-01')),
	CONSTRAINT "learningProducts_interim_is_yes_or_no" CHECK("learningProducts"."interim" in (0, 1))
) STRICT;
--> statement-breakpoint
CREATE INDEX \`learningProducts_review\` ON \`learningProducts\` (\`reviewId\`);--> statement-breakpoint
CREATE INDEX \`learningProducts_theme\` ON \`learningProducts\` (\`themeId\`);--> statement-breakpoint
CREATE TABLE \`recommendationThemes\` (
	\`id\` text PRIMARY KEY NOT NULL,
	\`removed\` integer,
	\`recommendationId\` text NOT NULL,
	\`themeId\` text NOT NULL,
	FOREIGN KEY (\`recommendationId\`) REFERENCES \`recommendations\`(\`id\`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (\`themeId\`) REFERENCES \`themes\`(\`id\`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX \`recommendationThemes_recommendation\` ON \`recommendationThemes\` (\`recommendationId\`);--> statement-breakpoint
CREATE INDEX \`recommendationThemes_theme\` ON \`recommendationThemes\` (\`themeId\`);--> statement-breakpoint
CREATE TABLE \`reviewThemes\` (
	\`id\` text PRIMARY KEY NOT NULL,
	\`removed\` integer,
	\`reviewId\` text NOT NULL,
	\`themeId\` text NOT NULL,
	\`note\` text DEFAULT '' NOT NULL,
	FOREIGN KEY (\`reviewId\`) REFERENCES \`reviews\`(\`id\`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (\`themeId\`) REFERENCES \`themes\`(\`id\`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX \`reviewThemes_review\` ON \`reviewThemes\` (\`reviewId\`);--> statement-breakpoint
CREATE INDEX \`reviewThemes_theme\` ON \`reviewThemes\` (\`themeId\`);--> statement-breakpoint
CREATE TABLE \`statedFigures\` (
	\`id\` text PRIMARY KEY NOT NULL,
	\`removed\` integer,
	\`source\` text NOT NULL,
	\`sourceDate\` text,
	\`statement\` text NOT NULL,
	\`stated\` real,
	\`unit\` text DEFAULT '' NOT NULL,
	\`measure\` text,
	\`reviewId\` text,
	\`externalReportId\` text,
	\`note\` text DEFAULT '' NOT NULL,
	\`position\` integer DEFAULT 0 NOT NULL,
	FOREIGN KEY (\`reviewId\`) REFERENCES \`reviews\`(\`id\`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (\`externalReportId\`) REFERENCES \`externalReports\`(\`id\`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "statedFigures_sourceDate_is_a_date" CHECK("statedFigures"."sourceDate" is null or (length("statedFigures"."sourceDate") = 10 and date("statedFigures"."sourceDate", '+0 days') is "statedFigures"."sourceDate") or (length("statedFigures"."sourceDate") = 7 and date("statedFigures"."sourceDate" || '-01', '+0 days') is "statedFigures"."sourceDate" || '-01') or (length("statedFigures"."sourceDate") = 4 and date("statedFigures"."sourceDate" || '-01-01', '+0 days') is "statedFigures"."sourceDate" || '-01-01')),
	CONSTRAINT "statedFigures_has_a_source" CHECK(length(trim("statedFigures"."source")) > 0)
) STRICT;
--> statement-breakpoint
CREATE INDEX \`statedFigures_review\` ON \`statedFigures\` (\`reviewId\`);--> statement-breakpoint
CREATE TABLE \`taxonomies\` (
	\`id\` text PRIMARY KEY NOT NULL,
	\`removed\` integer,
	\`name\` text NOT NULL,
	\`version\` text DEFAULT '' NOT NULL,
	\`source\` text DEFAULT '' NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE \`themeMappings\` (
	\`id\` text PRIMARY KEY NOT NULL,
	\`removed\` integer,
	\`themeId\` text NOT NULL,
	\`list\` text NOT NULL,
	\`item\` text NOT NULL,
	FOREIGN KEY (\`themeId\`) REFERENCES \`themes\`(\`id\`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX \`themeMappings_theme\` ON \`themeMappings\` (\`themeId\`);--> statement-breakpoint
CREATE TABLE \`themeRoutes\` (
	\`id\` text PRIMARY KEY NOT NULL,
	\`removed\` integer,
	\`themeId\` text NOT NULL,
	\`bodyId\` text,
	\`routedTo\` text DEFAULT '' NOT NULL,
	\`routedOn\` text,
	\`task\` text DEFAULT '' NOT NULL,
	\`embeddedOn\` text,
	\`verifiedOn\` text,
	\`finding\` text DEFAULT '' NOT NULL,
	FOREIGN KEY (\`themeId\`) REFERENCES \`themes\`(\`id\`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (\`bodyId\`) REFERENCES \`bodies\`(\`id\`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "themeRoutes_routedOn_is_a_date" CHECK("themeRoutes"."routedOn" is null or (length("themeRoutes"."routedOn") = 10 and date("themeRoutes"."routedOn", '+0 days') is "themeRoutes"."routedOn") or (length("themeRoutes"."routedOn") = 7 and date("themeRoutes"."routedOn" || '-01', '+0 days') is "themeRoutes"."routedOn" || '-01') or (length("themeRoutes"."routedOn") = 4 and date("themeRoutes"."routedOn" || '-01-01', '+0 days') is "themeRoutes"."routedOn" || '-01-01')),
	CONSTRAINT "themeRoutes_embeddedOn_is_a_date" CHECK("themeRoutes"."embeddedOn" is null or (length("themeRoutes"."embeddedOn") = 10 and date("themeRoutes"."embeddedOn", '+0 days') is "themeRoutes"."embeddedOn") or (length("themeRoutes"."embeddedOn") = 7 and date("themeRoutes"."embeddedOn" || '-01', '+0 days') is "themeRoutes"."embeddedOn" || '-01') or (length("themeRoutes"."embeddedOn") = 4 and date("themeRoutes"."embeddedOn" || '-01-01', '+0 days') is "themeRoutes"."embeddedOn" || '-01-01')),
	CONSTRAINT "themeRoutes_verifiedOn_is_a_date" CHECK("themeRoutes"."verifiedOn" is null or (length("themeRoutes"."verifiedOn") = 10 and date("themeRoutes"."verifiedOn", '+0 days') is "themeRoutes"."verifiedOn") or (length("themeRoutes"."verifiedOn") = 7 and date("themeRoutes"."verifiedOn" || '-01', '+0 days') is "themeRoutes"."verifiedOn" || '-01') or (length("themeRoutes"."verifiedOn") = 4 and date("themeRoutes"."verifiedOn" || '-01-01', '+0 days') is "themeRoutes"."verifiedOn" || '-01-01'))
) STRICT;
--> statement-breakpoint
CREATE INDEX \`themeRoutes_theme\` ON \`themeRoutes\` (\`themeId\`);--> statement-breakpoint
CREATE INDEX \`themeRoutes_body\` ON \`themeRoutes\` (\`bodyId\`);--> statement-breakpoint
CREATE TABLE \`themes\` (
	\`id\` text PRIMARY KEY NOT NULL,
	\`removed\` integer,
	\`taxonomyId\` text NOT NULL,
	\`parentThemeId\` text,
	\`code\` text NOT NULL,
	\`name\` text NOT NULL,
	\`source\` text DEFAULT '' NOT NULL,
	\`mergedIntoId\` text,
	\`position\` integer DEFAULT 0 NOT NULL,
	FOREIGN KEY (\`taxonomyId\`) REFERENCES \`taxonomies\`(\`id\`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (\`parentThemeId\`) REFERENCES \`themes\`(\`id\`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (\`mergedIntoId\`) REFERENCES \`themes\`(\`id\`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX \`themes_taxonomy\` ON \`themes\` (\`taxonomyId\`);--> statement-breakpoint
CREATE INDEX \`themes_parent\` ON \`themes\` (\`parentThemeId\`,\`position\`);`,
  },
  {
    name: '0001_whole_story',
    sha256: '0d0b73f6e058fd09b9f8b5d0fe3a0074af57f243b81b00644336a40bc63cd867',
    sql: `CREATE TABLE \`attachmentContents\` (
	\`sha256\` text PRIMARY KEY NOT NULL,
	\`bytes\` blob NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE \`attachments\` (
	\`id\` text PRIMARY KEY NOT NULL,
	\`removed\` integer,
	\`evidenceId\` text NOT NULL,
	\`fileName\` text NOT NULL,
	\`mediaType\` text NOT NULL,
	\`size\` integer NOT NULL,
	\`sha256\` text NOT NULL,
	FOREIGN KEY (\`evidenceId\`) REFERENCES \`evidence\`(\`id\`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "attachments_size_is_at_most_25_MB" CHECK("attachments"."size" between 0 and 26214400),
	CONSTRAINT "attachments_sha256_is_one" CHECK(length("attachments"."sha256") = 64)
) STRICT;
--> statement-breakpoint
CREATE INDEX \`attachments_evidence\` ON \`attachments\` (\`evidenceId\`);--> statement-breakpoint
CREATE INDEX \`attachments_content\` ON \`attachments\` (\`sha256\`);--> statement-breakpoint
CREATE TABLE \`accuracyRounds\` (
	\`id\` text PRIMARY KEY NOT NULL,
	\`removed\` integer,
	\`reviewId\` text NOT NULL,
	\`round\` integer DEFAULT 1 NOT NULL,
	\`agencyId\` text,
	\`sentOn\` text,
	\`dueOn\` text,
	\`returnedOn\` text,
	\`note\` text DEFAULT '' NOT NULL,
	FOREIGN KEY (\`reviewId\`) REFERENCES \`reviews\`(\`id\`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (\`agencyId\`) REFERENCES \`agencies\`(\`id\`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "accuracyRounds_sentOn_is_a_date" CHECK("accuracyRounds"."sentOn" is null or (length("accuracyRounds"."sentOn") = 10 and date("accuracyRounds"."sentOn", '+0 days') is "accuracyRounds"."sentOn") or (length("accuracyRounds"."sentOn") = 7 and date("accuracyRounds"."sentOn" || '-01', '+0 days') is "accuracyRounds"."sentOn" || '-01') or (length("accuracyRounds"."sentOn") = 4 and date("accuracyRounds"."sentOn" || '-01-01', '+0 days') is "accuracyRounds"."sentOn" || '-01-01')),
	CONSTRAINT "accuracyRounds_dueOn_is_a_date" CHECK("accuracyRounds"."dueOn" is null or (length("accuracyRounds"."dueOn") = 10 and date("accuracyRounds"."dueOn", '+0 days') is "accuracyRounds"."dueOn") or (length("accuracyRounds"."dueOn") = 7 and date("accuracyRounds"."dueOn" || '-01', '+0 days') is "accuracyRounds"."dueOn" || '-01') or (length("accuracyRounds"."dueOn") = 4 and date("accuracyRounds"."dueOn" || '-01-01', '+0 days') is "accuracyRounds"."dueOn" || '-01-01')),
	CONSTRAINT "accuracyRounds_returnedOn_is_a_date" CHECK("accuracyRounds"."returnedOn" is null or (length("accuracyRounds"."returnedOn") = 10 and date("accuracyRounds"."returnedOn", '+0 days') is "accuracyRounds"."returnedOn") or (length("accuracyRounds"."returnedOn") = 7 and date("accuracyRounds"."returnedOn" || '-01', '+0 days') is "accuracyRounds"."returnedOn" || '-01') or (length("accuracyRounds"."returnedOn") = 4 and date("accuracyRounds"."returnedOn" || '-01-01', '+0 days') is "accuracyRounds"."returnedOn" || '-01-01'))
) STRICT;
--> statement-breakpoint
CREATE INDEX \`accuracyRounds_review\` ON \`accuracyRounds\` (\`reviewId\`,\`round\`);--> statement-breakpoint
CREATE INDEX \`accuracyRounds_agency\` ON \`accuracyRounds\` (\`agencyId\`);--> statement-breakpoint
CREATE TABLE \`boardResponses\` (
	\`id\` text PRIMARY KEY NOT NULL,
	\`removed\` integer,
	\`reviewId\` text NOT NULL,
	\`text\` text NOT NULL,
	\`bodyId\` text,
	\`agreedOn\` text,
	\`publishedOn\` text,
	\`note\` text DEFAULT '' NOT NULL,
	FOREIGN KEY (\`reviewId\`) REFERENCES \`reviews\`(\`id\`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (\`bodyId\`) REFERENCES \`bodies\`(\`id\`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "boardResponses_agreedOn_is_a_date" CHECK("boardResponses"."agreedOn" is null or (length("boardResponses"."agreedOn") = 10 and date("boardResponses"."agreedOn", '+0 days') is "boardResponses"."agreedOn") or (length("boardResponses"."agreedOn") = 7 and date("boardResponses"."agreedOn" || '-01', '+0 days') is "boardResponses"."agreedOn" || '-01') or (length("boardResponses"."agreedOn") = 4 and date("boardResponses"."agreedOn" || '-01-01', '+0 days') is "boardResponses"."agreedOn" || '-01-01')),
	CONSTRAINT "boardResponses_publishedOn_is_a_date" CHECK("boardResponses"."publishedOn" is null or (length("boardResponses"."publishedOn") = 10 and date("boardResponses"."publishedOn", '+0 days') is "boardResponses"."publishedOn") or (length("boardResponses"."publishedOn") = 7 and date("boardResponses"."publishedOn" || '-01', '+0 days') is "boardResponses"."publishedOn" || '-01') or (length("boardResponses"."publishedOn") = 4 and date("boardResponses"."publishedOn" || '-01-01', '+0 days') is "boardResponses"."publishedOn" || '-01-01'))
) STRICT;
--> statement-breakpoint
CREATE INDEX \`boardResponses_review\` ON \`boardResponses\` (\`reviewId\`);--> statement-breakpoint
CREATE TABLE \`familyContacts\` (
	\`id\` text PRIMARY KEY NOT NULL,
	\`removed\` integer,
	\`reviewId\` text NOT NULL,
	\`kind\` text NOT NULL,
	\`who\` text DEFAULT '' NOT NULL,
	\`date\` text,
	\`dateText\` text,
	\`byPost\` text DEFAULT '' NOT NULL,
	\`note\` text DEFAULT '' NOT NULL,
	FOREIGN KEY (\`reviewId\`) REFERENCES \`reviews\`(\`id\`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "familyContacts_kind_is_known" CHECK("familyContacts"."kind" in ('told-of-review', 'invited', 'met', 'views-received', 'declined', 'not-approached', 'shown-the-report', 'told-of-publication')),
	CONSTRAINT "familyContacts_date_is_a_date" CHECK("familyContacts"."date" is null or (length("familyContacts"."date") = 10 and date("familyContacts"."date", '+0 days') is "familyContacts"."date") or (length("familyContacts"."date") = 7 and date("familyContacts"."date" || '-01', '+0 days') is "familyContacts"."date" || '-01') or (length("familyContacts"."date") = 4 and date("familyContacts"."date" || '-01-01', '+0 days') is "familyContacts"."date" || '-01-01'))
) STRICT;
--> statement-breakpoint
CREATE INDEX \`familyContacts_review\` ON \`familyContacts\` (\`reviewId\`);--> statement-breakpoint
CREATE TABLE \`drafts\` (
	\`place\` text PRIMARY KEY NOT NULL,
	\`text\` text NOT NULL,
	\`keptAt\` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE \`visits\` (
	\`record\` text PRIMARY KEY NOT NULL,
	\`visitedAt\` integer NOT NULL
) STRICT;
--> statement-breakpoint
ALTER TABLE \`meetingItems\` ADD \`externalReportId\` text REFERENCES externalReports(id);--> statement-breakpoint
CREATE INDEX \`meetingItems_report\` ON \`meetingItems\` (\`externalReportId\`);`,
  },
  {
    name: '0002_search',
    sha256: '1388472f682fafd304f9f86caa2bcde54141b6668fe29d5a6b416c897b74869d',
    sql: `CREATE TABLE \`searchRecords\` (
	\`number\` integer PRIMARY KEY NOT NULL,
	\`rowId\` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX \`searchRecords_row\` ON \`searchRecords\` (\`rowId\`);
--> statement-breakpoint
CREATE TABLE \`searchWaiting\` (
	\`number\` integer PRIMARY KEY NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE \`searchDefinition\` (
	\`definition\` text PRIMARY KEY NOT NULL
) STRICT;
--> statement-breakpoint
CREATE VIRTUAL TABLE searchTexts USING fts5(reference, title, text, tokenize = "unicode61 remove_diacritics 2", prefix = '2 3 4');
--> statement-breakpoint
INSERT INTO searchTexts (searchTexts, rank) VALUES ('secure-delete', 1);
`,
  },
  {
    name: '0003_packs',
    sha256: '147193e88e40930a5f4026819108875e06a6f7dbd1c37d99bb8ce10f124d96c6',
    sql: `CREATE TABLE \`packDocuments\` (
	\`id\` text PRIMARY KEY NOT NULL,
	\`removed\` integer,
	\`packId\` text NOT NULL,
	\`format\` text NOT NULL,
	\`fileName\` text NOT NULL,
	\`sha256\` text NOT NULL,
	\`size\` integer NOT NULL,
	FOREIGN KEY (\`packId\`) REFERENCES \`packs\`(\`id\`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "packDocuments_has_a_sha256" CHECK(length("packDocuments"."sha256") = 64)
) STRICT;
--> statement-breakpoint
CREATE INDEX \`packDocuments_pack\` ON \`packDocuments\` (\`packId\`);--> statement-breakpoint
CREATE TABLE \`packTemplates\` (
	\`id\` text PRIMARY KEY NOT NULL,
	\`removed\` integer,
	\`name\` text NOT NULL,
	\`description\` text DEFAULT '' NOT NULL,
	\`sections\` text NOT NULL,
	\`audience\` text DEFAULT 'board' NOT NULL,
	\`purpose\` text DEFAULT 'information' NOT NULL,
	\`position\` integer DEFAULT 0 NOT NULL,
	CONSTRAINT "packTemplates_audience_is_known" CHECK("packTemplates"."audience" in ('board', 'public')),
	CONSTRAINT "packTemplates_purpose_is_known" CHECK("packTemplates"."purpose" in ('information', 'discussion', 'decision')),
	CONSTRAINT "packTemplates_has_a_name" CHECK(length(trim("packTemplates"."name")) > 0)
) STRICT;
--> statement-breakpoint
CREATE TABLE \`packs\` (
	\`id\` text PRIMARY KEY NOT NULL,
	\`removed\` integer,
	\`title\` text NOT NULL,
	\`body\` text NOT NULL,
	\`meetingId\` text,
	\`audience\` text DEFAULT 'board' NOT NULL,
	\`templateName\` text DEFAULT '' NOT NULL,
	\`options\` text NOT NULL,
	\`dataAsAt\` text NOT NULL,
	\`logClock\` text NOT NULL,
	\`issuedAt\` integer NOT NULL,
	\`figures\` text DEFAULT '{}' NOT NULL,
	\`tabledOn\` text,
	\`note\` text DEFAULT '' NOT NULL,
	FOREIGN KEY (\`meetingId\`) REFERENCES \`meetings\`(\`id\`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "packs_audience_is_known" CHECK("packs"."audience" in ('board', 'public')),
	CONSTRAINT "packs_dataAsAt_is_a_date" CHECK("packs"."dataAsAt" is null or (length("packs"."dataAsAt") = 10 and date("packs"."dataAsAt", '+0 days') is "packs"."dataAsAt") or (length("packs"."dataAsAt") = 7 and date("packs"."dataAsAt" || '-01', '+0 days') is "packs"."dataAsAt" || '-01') or (length("packs"."dataAsAt") = 4 and date("packs"."dataAsAt" || '-01-01', '+0 days') is "packs"."dataAsAt" || '-01-01')),
	CONSTRAINT "packs_tabledOn_is_a_date" CHECK("packs"."tabledOn" is null or (length("packs"."tabledOn") = 10 and date("packs"."tabledOn", '+0 days') is "packs"."tabledOn") or (length("packs"."tabledOn") = 7 and date("packs"."tabledOn" || '-01', '+0 days') is "packs"."tabledOn" || '-01') or (length("packs"."tabledOn") = 4 and date("packs"."tabledOn" || '-01-01', '+0 days') is "packs"."tabledOn" || '-01-01'))
) STRICT;
--> statement-breakpoint
CREATE INDEX \`packs_issued\` ON \`packs\` (\`issuedAt\`);--> statement-breakpoint
CREATE INDEX \`packs_meeting\` ON \`packs\` (\`meetingId\`);--> statement-breakpoint
CREATE TABLE \`releasedTexts\` (
	\`id\` text PRIMARY KEY NOT NULL,
	\`removed\` integer,
	\`reviewId\` text,
	\`recommendationId\` text,
	\`actionId\` text,
	\`text\` text NOT NULL,
	\`releasedOn\` text,
	\`releasedBy\` text DEFAULT '' NOT NULL,
	FOREIGN KEY (\`reviewId\`) REFERENCES \`reviews\`(\`id\`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (\`recommendationId\`) REFERENCES \`recommendations\`(\`id\`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (\`actionId\`) REFERENCES \`actions\`(\`id\`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "releasedTexts_is_of_one_record" CHECK(("releasedTexts"."reviewId" is not null) + ("releasedTexts"."recommendationId" is not null) + ("releasedTexts"."actionId" is not null) = 1),
	CONSTRAINT "releasedTexts_has_words" CHECK(length(trim("releasedTexts"."text")) > 0),
	CONSTRAINT "releasedTexts_releasedOn_is_a_date" CHECK("releasedTexts"."releasedOn" is null or (length("releasedTexts"."releasedOn") = 10 and date("releasedTexts"."releasedOn", '+0 days') is "releasedTexts"."releasedOn") or (length("releasedTexts"."releasedOn") = 7 and date("releasedTexts"."releasedOn" || '-01', '+0 days') is "releasedTexts"."releasedOn" || '-01') or (length("releasedTexts"."releasedOn") = 4 and date("releasedTexts"."releasedOn" || '-01-01', '+0 days') is "releasedTexts"."releasedOn" || '-01-01'))
) STRICT;
--> statement-breakpoint
CREATE INDEX \`releasedTexts_review\` ON \`releasedTexts\` (\`reviewId\`);--> statement-breakpoint
CREATE INDEX \`releasedTexts_recommendation\` ON \`releasedTexts\` (\`recommendationId\`);--> statement-breakpoint
CREATE INDEX \`releasedTexts_action\` ON \`releasedTexts\` (\`actionId\`);--> statement-breakpoint
ALTER TABLE \`decisions\` ADD \`reviewId\` text REFERENCES reviews(id);--> statement-breakpoint
ALTER TABLE \`decisions\` ADD \`actionId\` text REFERENCES actions(id);--> statement-breakpoint
CREATE INDEX \`decisions_review\` ON \`decisions\` (\`reviewId\`);--> statement-breakpoint
CREATE INDEX \`decisions_action\` ON \`decisions\` (\`actionId\`);--> statement-breakpoint
ALTER TABLE \`meetingItems\` ADD \`carriedFromItemId\` text REFERENCES meetingItems(id);--> statement-breakpoint
ALTER TABLE \`meetingItems\` ADD \`packId\` text REFERENCES packs(id);--> statement-breakpoint
CREATE INDEX \`meetingItems_carriedFrom\` ON \`meetingItems\` (\`carriedFromItemId\`);--> statement-breakpoint
CREATE INDEX \`meetingItems_pack\` ON \`meetingItems\` (\`packId\`);--> statement-breakpoint
ALTER TABLE \`themes\` ADD \`definition\` text;`,
  },
  {
    name: '0004_sync',
    sha256: '0efc42158b65058d4a0c351e7af7bf2cbf4d9b08e362ef492cf6ecb628cd7db0',
    sql: `CREATE TABLE \`adoptedRuns\` (
	\`id\` text PRIMARY KEY NOT NULL,
	\`removed\` integer,
	\`deviceId\` text NOT NULL,
	\`sequence\` integer NOT NULL,
	\`hash\` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE \`conflictDecisions\` (
	\`id\` text PRIMARY KEY NOT NULL,
	\`removed\` integer,
	\`conflictId\` text NOT NULL,
	\`tableName\` text NOT NULL,
	\`rowId\` text NOT NULL,
	\`cell\` text NOT NULL,
	\`sides\` text NOT NULL,
	\`choice\` text NOT NULL,
	\`reason\` text DEFAULT '' NOT NULL,
	CONSTRAINT "conflictDecisions_choice_is_known" CHECK("conflictDecisions"."choice" in ('side', 'combined', 'deferred')),
	CONSTRAINT "conflictDecisions_sides_are_json" CHECK(json_valid("conflictDecisions"."sides"))
) STRICT;
--> statement-breakpoint
CREATE INDEX \`conflictDecisions_row\` ON \`conflictDecisions\` (\`rowId\`);--> statement-breakpoint
CREATE TABLE \`conflicts\` (
	\`id\` text PRIMARY KEY NOT NULL,
	\`kind\` text NOT NULL,
	\`tableName\` text NOT NULL,
	\`rowId\` text NOT NULL,
	\`cell\` text NOT NULL,
	\`base\` text,
	\`sides\` text NOT NULL,
	\`shown\` text,
	\`deferred\` text
) STRICT;
--> statement-breakpoint
CREATE INDEX \`conflicts_row\` ON \`conflicts\` (\`rowId\`);--> statement-breakpoint
CREATE TABLE \`deviceRemovals\` (
	\`id\` text PRIMARY KEY NOT NULL,
	\`removed\` integer,
	\`deviceId\` text NOT NULL,
	\`lastSequence\` integer NOT NULL,
	\`reason\` text NOT NULL,
	FOREIGN KEY (\`deviceId\`) REFERENCES \`memberDevices\`(\`id\`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX \`deviceRemovals_device\` ON \`deviceRemovals\` (\`deviceId\`);--> statement-breakpoint
CREATE TABLE \`deviceSeals\` (
	\`deviceId\` text NOT NULL,
	\`sequence\` integer NOT NULL,
	\`hash\` text NOT NULL,
	\`signature\` text NOT NULL,
	PRIMARY KEY(\`deviceId\`, \`sequence\`)
) STRICT;
--> statement-breakpoint
CREATE TABLE \`disputedRows\` (
	\`rowId\` text PRIMARY KEY NOT NULL,
	\`tableName\` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE \`exchanges\` (
	\`deviceId\` text PRIMARY KEY NOT NULL,
	\`has\` text NOT NULL,
	\`at\` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE \`heldBack\` (
	\`change\` integer PRIMARY KEY NOT NULL,
	\`why\` text NOT NULL,
	FOREIGN KEY (\`change\`) REFERENCES \`changes\`(\`number\`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE \`joinOffers\` (
	\`requestHash\` text PRIMARY KEY NOT NULL,
	\`request\` blob NOT NULL,
	\`acceptance\` blob NOT NULL,
	\`madeAt\` integer NOT NULL,
	\`wrongCodes\` integer DEFAULT 0 NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE \`memberDevices\` (
	\`id\` text PRIMARY KEY NOT NULL,
	\`removed\` integer,
	\`memberId\` text NOT NULL,
	\`name\` text NOT NULL,
	\`signKey\` text NOT NULL,
	\`receiveKey\` text NOT NULL,
	\`joinedOn\` text NOT NULL,
	\`continuesDeviceId\` text,
	FOREIGN KEY (\`memberId\`) REFERENCES \`members\`(\`id\`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "memberDevices_has_a_sign_key" CHECK(length("memberDevices"."signKey") = 64)
) STRICT;
--> statement-breakpoint
CREATE INDEX \`memberDevices_member\` ON \`memberDevices\` (\`memberId\`);--> statement-breakpoint
CREATE TABLE \`members\` (
	\`id\` text PRIMARY KEY NOT NULL,
	\`removed\` integer,
	\`post\` text NOT NULL,
	\`note\` text DEFAULT '' NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE \`syncPlaces\` (
	\`id\` text PRIMARY KEY NOT NULL,
	\`path\` text NOT NULL,
	\`paused\` integer DEFAULT 0 NOT NULL,
	\`lastLookAt\` integer,
	CONSTRAINT "syncPlaces_paused_is_yes_or_no" CHECK("syncPlaces"."paused" in (0, 1))
) STRICT;
--> statement-breakpoint
CREATE TABLE \`thisDevice\` (
	\`id\` text PRIMARY KEY NOT NULL,
	\`signSeed\` text,
	\`receiveIdentity\` text
) STRICT;
--> statement-breakpoint
CREATE TABLE \`waitingRuns\` (
	\`deviceId\` text NOT NULL,
	\`first\` integer NOT NULL,
	\`last\` integer NOT NULL,
	\`lines\` text NOT NULL,
	\`at\` integer NOT NULL,
	PRIMARY KEY(\`deviceId\`, \`first\`, \`last\`)
) STRICT;
--> statement-breakpoint
DROP INDEX \`operations_clock\`;--> statement-breakpoint
ALTER TABLE \`operations\` ADD \`seen\` text;--> statement-breakpoint
CREATE INDEX \`operations_seen\` ON \`operations\` (\`deviceId\`,\`sequence\`) WHERE "operations"."seen" is not null;--> statement-breakpoint
CREATE INDEX \`operations_clock\` ON \`operations\` (\`clock\`,\`deviceId\`,\`sequence\`);--> statement-breakpoint
ALTER TABLE \`packs\` ADD \`logVector\` text;--> statement-breakpoint
INSERT INTO \`thisDevice\` (\`id\`) SELECT \`id\` FROM \`devices\` ORDER BY \`addedAt\`, \`id\` LIMIT 1;
`,
  },
];
