CREATE TABLE `answer_reviews` (
	`id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`survey_id` text NOT NULL,
	`response_id` text NOT NULL,
	`decision` text NOT NULL,
	`reason` text NOT NULL,
	`decided_at` integer NOT NULL,
	`decided_by` text NOT NULL,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`survey_id`) REFERENCES `surveys`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`response_id`) REFERENCES `responses`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `answer_reviews_response` ON `answer_reviews` (`authority_id`,`survey_id`,`response_id`);--> statement-breakpoint
CREATE TABLE `finding_words` (
	`id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`programme_id` text NOT NULL,
	`kind` text NOT NULL,
	`words` text NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text NOT NULL,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`programme_id`) REFERENCES `programmes`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `finding_words_programme` ON `finding_words` (`authority_id`,`programme_id`,`kind`);--> statement-breakpoint
CREATE TABLE `implausible_pairs` (
	`id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`survey_id` text NOT NULL,
	`question` text NOT NULL,
	`option` text NOT NULL,
	`other_question` text NOT NULL,
	`other_option` text NOT NULL,
	`why` text NOT NULL,
	`saved_at` integer NOT NULL,
	`saved_by` text NOT NULL,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`survey_id`) REFERENCES `surveys`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `implausible_pairs_survey` ON `implausible_pairs` (`authority_id`,`survey_id`);--> statement-breakpoint
CREATE TABLE `population_margins` (
	`id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`survey_id` text NOT NULL,
	`question` text NOT NULL,
	`unit` text NOT NULL,
	`groups` text NOT NULL,
	`source` text NOT NULL,
	`as_at` text NOT NULL,
	`assumed` integer NOT NULL,
	`version` integer NOT NULL,
	`saved_at` integer NOT NULL,
	`saved_by` text NOT NULL,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`survey_id`) REFERENCES `surveys`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `population_margins_question` ON `population_margins` (`authority_id`,`survey_id`,`question`);--> statement-breakpoint
CREATE TABLE `reach_notes` (
	`id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`survey_id` text NOT NULL,
	`group_label` text NOT NULL,
	`done_on` text NOT NULL,
	`words` text NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text NOT NULL,
	`removed_at` integer,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`survey_id`) REFERENCES `surveys`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `reach_notes_survey` ON `reach_notes` (`authority_id`,`survey_id`,`done_on`);--> statement-breakpoint
CREATE TABLE `weightings` (
	`id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`survey_id` text NOT NULL,
	`is_on` integer NOT NULL,
	`questions` text NOT NULL,
	`lowest` real NOT NULL,
	`highest` real NOT NULL,
	`missing` text NOT NULL,
	`version` integer NOT NULL,
	`saved_at` integer NOT NULL,
	`saved_by` text NOT NULL,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`survey_id`) REFERENCES `surveys`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `weightings_survey` ON `weightings` (`authority_id`,`survey_id`);