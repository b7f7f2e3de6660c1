CREATE TABLE `disliked_words` (
	`id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`words` text NOT NULL,
	`instead` text NOT NULL,
	`said_by` text NOT NULL,
	`added_at` integer NOT NULL,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `disliked_words_authority` ON `disliked_words` (`authority_id`);--> statement-breakpoint
CREATE TABLE `survey_edits` (
	`id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`survey_id` text NOT NULL,
	`number` integer NOT NULL,
	`definition` text NOT NULL,
	`what` text NOT NULL,
	`by_name` text NOT NULL,
	`restores` integer,
	`edited_at` integer NOT NULL,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`survey_id`) REFERENCES `surveys`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `survey_edits_number` ON `survey_edits` (`authority_id`,`survey_id`,`number`);--> statement-breakpoint
ALTER TABLE `survey_versions` ADD `published_by` text;--> statement-breakpoint
ALTER TABLE `survey_versions` ADD `languages` text;--> statement-breakpoint
ALTER TABLE `survey_versions` ADD `accepted` text;--> statement-breakpoint
ALTER TABLE `surveys` ADD `lawful_basis` text;--> statement-breakpoint
ALTER TABLE `surveys` ADD `special_condition` text;--> statement-breakpoint
ALTER TABLE `surveys` ADD `languages` text;--> statement-breakpoint
ALTER TABLE `surveys` ADD `translations` text;