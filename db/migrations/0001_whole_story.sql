CREATE TABLE `attachmentContents` (
	`sha256` text PRIMARY KEY NOT NULL,
	`bytes` blob NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `attachments` (
	`id` text PRIMARY KEY NOT NULL,
	`removed` integer,
	`evidenceId` text NOT NULL,
	`fileName` text NOT NULL,
	`mediaType` text NOT NULL,
	`size` integer NOT NULL,
	`sha256` text NOT NULL,
	FOREIGN KEY (`evidenceId`) REFERENCES `evidence`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "attachments_size_is_at_most_25_MB" CHECK("attachments"."size" between 0 and 26214400),
	CONSTRAINT "attachments_sha256_is_one" CHECK(length("attachments"."sha256") = 64)
) STRICT;
--> statement-breakpoint
CREATE INDEX `attachments_evidence` ON `attachments` (`evidenceId`);--> statement-breakpoint
CREATE INDEX `attachments_content` ON `attachments` (`sha256`);--> statement-breakpoint
CREATE TABLE `accuracyRounds` (
	`id` text PRIMARY KEY NOT NULL,
	`removed` integer,
	`reviewId` text NOT NULL,
	`round` integer DEFAULT 1 NOT NULL,
	`agencyId` text,
	`sentOn` text,
	`dueOn` text,
	`returnedOn` text,
	`note` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`reviewId`) REFERENCES `reviews`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`agencyId`) REFERENCES `agencies`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "accuracyRounds_sentOn_is_a_date" CHECK("accuracyRounds"."sentOn" is null or (length("accuracyRounds"."sentOn") = 10 and date("accuracyRounds"."sentOn", '+0 days') is "accuracyRounds"."sentOn") or (length("accuracyRounds"."sentOn") = 7 and date("accuracyRounds"."sentOn" || '-01', '+0 days') is "accuracyRounds"."sentOn" || '-01') or (length("accuracyRounds"."sentOn") = 4 and date("accuracyRounds"."sentOn" || '-01-01', '+0 days') is "accuracyRounds"."sentOn" || '-01-01')),
	CONSTRAINT "accuracyRounds_dueOn_is_a_date" CHECK("accuracyRounds"."dueOn" is null or (length("accuracyRounds"."dueOn") = 10 and date("accuracyRounds"."dueOn", '+0 days') is "accuracyRounds"."dueOn") or (length("accuracyRounds"."dueOn") = 7 and date("accuracyRounds"."dueOn" || '-01', '+0 days') is "accuracyRounds"."dueOn" || '-01') or (length("accuracyRounds"."dueOn") = 4 and date("accuracyRounds"."dueOn" || '-01-01', '+0 days') is "accuracyRounds"."dueOn" || '-01-01')),
	CONSTRAINT "accuracyRounds_returnedOn_is_a_date" CHECK("accuracyRounds"."returnedOn" is null or (length("accuracyRounds"."returnedOn") = 10 and date("accuracyRounds"."returnedOn", '+0 days') is "accuracyRounds"."returnedOn") or (length("accuracyRounds"."returnedOn") = 7 and date("accuracyRounds"."returnedOn" || '-01', '+0 days') is "accuracyRounds"."returnedOn" || '-01') or (length("accuracyRounds"."returnedOn") = 4 and date("accuracyRounds"."returnedOn" || '-01-01', '+0 days') is "accuracyRounds"."returnedOn" || '-01-01'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `accuracyRounds_review` ON `accuracyRounds` (`reviewId`,`round`);--> statement-breakpoint
CREATE INDEX `accuracyRounds_agency` ON `accuracyRounds` (`agencyId`);--> statement-breakpoint
CREATE TABLE `boardResponses` (
	`id` text PRIMARY KEY NOT NULL,
	`removed` integer,
	`reviewId` text NOT NULL,
	`text` text NOT NULL,
	`bodyId` text,
	`agreedOn` text,
	`publishedOn` text,
	`note` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`reviewId`) REFERENCES `reviews`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`bodyId`) REFERENCES `bodies`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "boardResponses_agreedOn_is_a_date" CHECK("boardResponses"."agreedOn" is null or (length("boardResponses"."agreedOn") = 10 and date("boardResponses"."agreedOn", '+0 days') is "boardResponses"."agreedOn") or (length("boardResponses"."agreedOn") = 7 and date("boardResponses"."agreedOn" || '-01', '+0 days') is "boardResponses"."agreedOn" || '-01') or (length("boardResponses"."agreedOn") = 4 and date("boardResponses"."agreedOn" || '-01-01', '+0 days') is "boardResponses"."agreedOn" || '-01-01')),
	CONSTRAINT "boardResponses_publishedOn_is_a_date" CHECK("boardResponses"."publishedOn" is null or (length("boardResponses"."publishedOn") = 10 and date("boardResponses"."publishedOn", '+0 days') is "boardResponses"."publishedOn") or (length("boardResponses"."publishedOn") = 7 and date("boardResponses"."publishedOn" || '-01', '+0 days') is "boardResponses"."publishedOn" || '-01') or (length("boardResponses"."publishedOn") = 4 and date("boardResponses"."publishedOn" || '-01-01', '+0 days') is "boardResponses"."publishedOn" || '-01-01'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `boardResponses_review` ON `boardResponses` (`reviewId`);--> statement-breakpoint
CREATE TABLE `familyContacts` (
	`id` text PRIMARY KEY NOT NULL,
	`removed` integer,
	`reviewId` text NOT NULL,
	`kind` text NOT NULL,
	`who` text DEFAULT '' NOT NULL,
	`date` text,
	`dateText` text,
	`byPost` text DEFAULT '' NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`reviewId`) REFERENCES `reviews`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "familyContacts_kind_is_known" CHECK("familyContacts"."kind" in ('told-of-review', 'invited', 'met', 'views-received', 'declined', 'not-approached', 'shown-the-report', 'told-of-publication')),
	CONSTRAINT "familyContacts_date_is_a_date" CHECK("familyContacts"."date" is null or (length("familyContacts"."date") = 10 and date("familyContacts"."date", '+0 days') is "familyContacts"."date") or (length("familyContacts"."date") = 7 and date("familyContacts"."date" || '-01', '+0 days') is "familyContacts"."date" || '-01') or (length("familyContacts"."date") = 4 and date("familyContacts"."date" || '-01-01', '+0 days') is "familyContacts"."date" || '-01-01'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `familyContacts_review` ON `familyContacts` (`reviewId`);--> statement-breakpoint
CREATE TABLE `drafts` (
	`place` text PRIMARY KEY NOT NULL,
	`text` text NOT NULL,
	`keptAt` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `visits` (
	`record` text PRIMARY KEY NOT NULL,
	`visitedAt` integer NOT NULL
) STRICT;
--> statement-breakpoint
ALTER TABLE `meetingItems` ADD `externalReportId` text REFERENCES externalReports(id);--> statement-breakpoint
CREATE INDEX `meetingItems_report` ON `meetingItems` (`externalReportId`);