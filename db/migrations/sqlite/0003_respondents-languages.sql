CREATE TABLE `language_checks` (
	`id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`language` text NOT NULL,
	`checked_by` text NOT NULL,
	`checked_on` text NOT NULL,
	`digest` text NOT NULL,
	`recorded_by` text NOT NULL,
	`recorded_at` integer NOT NULL,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `language_checks_language` ON `language_checks` (`authority_id`,`language`);--> statement-breakpoint
CREATE TABLE `language_wordings` (
	`id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`language` text NOT NULL,
	`name` text NOT NULL,
	`wording` text NOT NULL,
	`changed_by` text NOT NULL,
	`changed_at` integer NOT NULL,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `language_wordings_name` ON `language_wordings` (`authority_id`,`language`,`name`);--> statement-breakpoint
CREATE TABLE `survey_paces` (
	`id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`survey_id` text NOT NULL,
	`step` integer NOT NULL,
	`answers` integer NOT NULL,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`survey_id`) REFERENCES `surveys`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `survey_paces_step` ON `survey_paces` (`authority_id`,`survey_id`,`step`);--> statement-breakpoint
CREATE INDEX `survey_paces_survey` ON `survey_paces` (`authority_id`,`survey_id`);--> statement-breakpoint
ALTER TABLE `drafts` ADD `language` text;--> statement-breakpoint
ALTER TABLE `drafts` ADD `started_at` integer;--> statement-breakpoint
ALTER TABLE `drafts` ADD `phrase_hash` text;--> statement-breakpoint
CREATE UNIQUE INDEX `drafts_phrase` ON `drafts` (`authority_id`,`survey_id`,`phrase_hash`);--> statement-breakpoint
ALTER TABLE `responses` ADD `language` text;