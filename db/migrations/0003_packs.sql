CREATE TABLE `packDocuments` (
	`id` text PRIMARY KEY NOT NULL,
	`removed` integer,
	`packId` text NOT NULL,
	`format` text NOT NULL,
	`fileName` text NOT NULL,
	`sha256` text NOT NULL,
	`size` integer NOT NULL,
	FOREIGN KEY (`packId`) REFERENCES `packs`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "packDocuments_has_a_sha256" CHECK(length("packDocuments"."sha256") = 64)
) STRICT;
--> statement-breakpoint
CREATE INDEX `packDocuments_pack` ON `packDocuments` (`packId`);--> statement-breakpoint
CREATE TABLE `packTemplates` (
	`id` text PRIMARY KEY NOT NULL,
	`removed` integer,
	`name` text NOT NULL,
	`description` text DEFAULT '' NOT NULL,
	`sections` text NOT NULL,
	`audience` text DEFAULT 'board' NOT NULL,
	`purpose` text DEFAULT 'information' NOT NULL,
	`position` integer DEFAULT 0 NOT NULL,
	CONSTRAINT "packTemplates_audience_is_known" CHECK("packTemplates"."audience" in ('board', 'public')),
	CONSTRAINT "packTemplates_purpose_is_known" CHECK("packTemplates"."purpose" in ('information', 'discussion', 'decision')),
	CONSTRAINT "packTemplates_has_a_name" CHECK(length(trim("packTemplates"."name")) > 0)
) STRICT;
--> statement-breakpoint
CREATE TABLE `packs` (
	`id` text PRIMARY KEY NOT NULL,
	`removed` integer,
	`title` text NOT NULL,
	`body` text NOT NULL,
	`meetingId` text,
	`audience` text DEFAULT 'board' NOT NULL,
	`templateName` text DEFAULT '' NOT NULL,
	`options` text NOT NULL,
	`dataAsAt` text NOT NULL,
	`logClock` text NOT NULL,
	`issuedAt` integer NOT NULL,
	`figures` text DEFAULT '{}' NOT NULL,
	`tabledOn` text,
	`note` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`meetingId`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "packs_audience_is_known" CHECK("packs"."audience" in ('board', 'public')),
	CONSTRAINT "packs_dataAsAt_is_a_date" CHECK("packs"."dataAsAt" is null or (length("packs"."dataAsAt") = 10 and date("packs"."dataAsAt", '+0 days') is "packs"."dataAsAt") or (length("packs"."dataAsAt") = 7 and date("packs"."dataAsAt" || '-01', '+0 days') is "packs"."dataAsAt" || '-01') or (length("packs"."dataAsAt") = 4 and date("packs"."dataAsAt" || '-01-01', '+0 days') is "packs"."dataAsAt" || '-01-01')),
	CONSTRAINT "packs_tabledOn_is_a_date" CHECK("packs"."tabledOn" is null or (length("packs"."tabledOn") = 10 and date("packs"."tabledOn", '+0 days') is "packs"."tabledOn") or (length("packs"."tabledOn") = 7 and date("packs"."tabledOn" || '-01', '+0 days') is "packs"."tabledOn" || '-01') or (length("packs"."tabledOn") = 4 and date("packs"."tabledOn" || '-01-01', '+0 days') is "packs"."tabledOn" || '-01-01'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `packs_issued` ON `packs` (`issuedAt`);--> statement-breakpoint
CREATE INDEX `packs_meeting` ON `packs` (`meetingId`);--> statement-breakpoint
CREATE TABLE `releasedTexts` (
	`id` text PRIMARY KEY NOT NULL,
	`removed` integer,
	`reviewId` text,
	`recommendationId` text,
	`actionId` text,
	`text` text NOT NULL,
	`releasedOn` text,
	`releasedBy` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`reviewId`) REFERENCES `reviews`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`recommendationId`) REFERENCES `recommendations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`actionId`) REFERENCES `actions`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "releasedTexts_is_of_one_record" CHECK(("releasedTexts"."reviewId" is not null) + ("releasedTexts"."recommendationId" is not null) + ("releasedTexts"."actionId" is not null) = 1),
	CONSTRAINT "releasedTexts_has_words" CHECK(length(trim("releasedTexts"."text")) > 0),
	CONSTRAINT "releasedTexts_releasedOn_is_a_date" CHECK("releasedTexts"."releasedOn" is null or (length("releasedTexts"."releasedOn") = 10 and date("releasedTexts"."releasedOn", '+0 days') is "releasedTexts"."releasedOn") or (length("releasedTexts"."releasedOn") = 7 and date("releasedTexts"."releasedOn" || '-01', '+0 days') is "releasedTexts"."releasedOn" || '-01') or (length("releasedTexts"."releasedOn") = 4 and date("releasedTexts"."releasedOn" || '-01-01', '+0 days') is "releasedTexts"."releasedOn" || '-01-01'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `releasedTexts_review` ON `releasedTexts` (`reviewId`);--> statement-breakpoint
CREATE INDEX `releasedTexts_recommendation` ON `releasedTexts` (`recommendationId`);--> statement-breakpoint
CREATE INDEX `releasedTexts_action` ON `releasedTexts` (`actionId`);--> statement-breakpoint
ALTER TABLE `decisions` ADD `reviewId` text REFERENCES reviews(id);--> statement-breakpoint
ALTER TABLE `decisions` ADD `actionId` text REFERENCES actions(id);--> statement-breakpoint
CREATE INDEX `decisions_review` ON `decisions` (`reviewId`);--> statement-breakpoint
CREATE INDEX `decisions_action` ON `decisions` (`actionId`);--> statement-breakpoint
ALTER TABLE `meetingItems` ADD `carriedFromItemId` text REFERENCES meetingItems(id);--> statement-breakpoint
ALTER TABLE `meetingItems` ADD `packId` text REFERENCES packs(id);--> statement-breakpoint
CREATE INDEX `meetingItems_carriedFrom` ON `meetingItems` (`carriedFromItemId`);--> statement-breakpoint
CREATE INDEX `meetingItems_pack` ON `meetingItems` (`packId`);--> statement-breakpoint
ALTER TABLE `themes` ADD `definition` text;