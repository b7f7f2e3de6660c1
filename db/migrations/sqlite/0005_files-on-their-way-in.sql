CREATE TABLE `answer_files` (
	`id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`programme_id` text NOT NULL,
	`survey_id` text,
	`file_name` text NOT NULL,
	`format` text NOT NULL,
	`digest` text NOT NULL,
	`bytes` integer NOT NULL,
	`status` text NOT NULL,
	`progress` integer NOT NULL,
	`layout` text,
	`mapping` text,
	`outcome` text,
	`brought_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`programme_id`) REFERENCES `programmes`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`survey_id`) REFERENCES `surveys`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `answer_files_programme` ON `answer_files` (`authority_id`,`programme_id`);--> statement-breakpoint
CREATE INDEX `answer_files_survey` ON `answer_files` (`authority_id`,`survey_id`);--> statement-breakpoint
CREATE TABLE `staged_answers` (
	`authority_id` text NOT NULL,
	`import_id` text NOT NULL,
	`n` integer NOT NULL,
	`id` text NOT NULL,
	`survey_id` text NOT NULL,
	`version_id` text NOT NULL,
	`reference` text NOT NULL,
	`submission_key` text NOT NULL,
	`channel` text NOT NULL,
	`answered_on` text NOT NULL,
	`answers` text NOT NULL,
	`flag` text NOT NULL,
	PRIMARY KEY(`authority_id`, `import_id`, `n`),
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade
);
