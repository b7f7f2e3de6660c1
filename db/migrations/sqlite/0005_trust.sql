CREATE TABLE `access_requests` (
	`id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`issuer` text NOT NULL,
	`subject` text NOT NULL,
	`name` text NOT NULL,
	`email` text,
	`role` text,
	`asked_at` integer NOT NULL,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `access_requests_subject` ON `access_requests` (`authority_id`,`issuer`,`subject`);--> statement-breakpoint
CREATE TABLE `recovery_codes` (
	`code_hash` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`person_id` text NOT NULL,
	`used_at` integer,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `recovery_codes_person` ON `recovery_codes` (`authority_id`,`person_id`);--> statement-breakpoint
CREATE TABLE `second_factors` (
	`person_id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`key` text NOT NULL,
	`last_step` integer NOT NULL,
	`set_up_at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `second_factors_authority` ON `second_factors` (`authority_id`);--> statement-breakpoint
CREATE TABLE `sign_in_identities` (
	`id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`person_id` text NOT NULL,
	`issuer` text NOT NULL,
	`subject` text NOT NULL,
	`linked_at` integer NOT NULL,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `sign_in_identities_subject` ON `sign_in_identities` (`authority_id`,`issuer`,`subject`);--> statement-breakpoint
CREATE INDEX `sign_in_identities_person` ON `sign_in_identities` (`authority_id`,`person_id`);--> statement-breakpoint
CREATE TABLE `sign_in_settings` (
	`authority_id` text PRIMARY KEY NOT NULL,
	`issuer` text,
	`client_id` text,
	`client_secret` text,
	`domains` text NOT NULL,
	`trusts_email` integer DEFAULT false NOT NULL,
	`passwords_allowed` integer DEFAULT true NOT NULL,
	`may_ask` integer DEFAULT false NOT NULL,
	`roles` text NOT NULL,
	`code_required` integer DEFAULT false NOT NULL,
	`changed_at` integer NOT NULL,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `job_leases` (
	`job` text PRIMARY KEY NOT NULL,
	`holder` text NOT NULL,
	`until` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `rate_counts` (
	`key` text PRIMARY KEY NOT NULL,
	`points` integer NOT NULL,
	`expires_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `rate_counts_age` ON `rate_counts` (`expires_at`);--> statement-breakpoint
CREATE TABLE `running_servers` (
	`id` text PRIMARY KEY NOT NULL,
	`secret_print` text NOT NULL,
	`started_at` integer NOT NULL,
	`seen_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `waiting_pieces` (
	`authority_id` text NOT NULL,
	`file_id` text NOT NULL,
	`n` integer NOT NULL,
	`size` integer NOT NULL,
	`sealed` blob NOT NULL,
	PRIMARY KEY(`authority_id`, `file_id`, `n`),
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `data_requests` (
	`id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`kind` text NOT NULL,
	`about` text NOT NULL,
	`who` text NOT NULL,
	`received_on` text NOT NULL,
	`extended_by` integer NOT NULL,
	`extended_because` text NOT NULL,
	`outcome` text NOT NULL,
	`answered_on` text,
	`note` text NOT NULL,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `data_requests_due` ON `data_requests` (`authority_id`,`outcome`,`received_on`);--> statement-breakpoint
CREATE TABLE `erasures` (
	`key` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`kind` text NOT NULL,
	`words` integer NOT NULL,
	`erased_on` text NOT NULL,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `erasures_day` ON `erasures` (`authority_id`,`erased_on`);--> statement-breakpoint
CREATE TABLE `mixed_answers` (
	`survey_id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`mixed_to` text NOT NULL,
	FOREIGN KEY (`survey_id`) REFERENCES `surveys`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `privacy_documents` (
	`id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`document` text NOT NULL,
	`scope` text NOT NULL,
	`fields` text NOT NULL,
	`version` integer NOT NULL,
	`changed_by` text NOT NULL,
	`changed_at` integer NOT NULL,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `privacy_documents_scope` ON `privacy_documents` (`authority_id`,`document`,`scope`);--> statement-breakpoint
CREATE TABLE `readings` (
	`id` text PRIMARY KEY NOT NULL,
	`authority_id` text NOT NULL,
	`at` integer NOT NULL,
	`person_id` text NOT NULL,
	`person_name` text NOT NULL,
	`person_role` text NOT NULL,
	`what` text NOT NULL,
	`thing_kind` text NOT NULL,
	`thing_id` text NOT NULL,
	`path` text NOT NULL,
	`as_file` integer NOT NULL,
	`count` integer,
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `readings_newest` ON `readings` (`authority_id`,`at`);--> statement-breakpoint
CREATE INDEX `readings_person` ON `readings` (`authority_id`,`person_id`,`at`);--> statement-breakpoint
CREATE TABLE `job_runs` (
	`authority_id` text NOT NULL,
	`job` text NOT NULL,
	`last_done_at` integer,
	`last_failed_at` integer,
	PRIMARY KEY(`authority_id`, `job`),
	FOREIGN KEY (`authority_id`) REFERENCES `authorities`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
ALTER TABLE `sessions` ADD `device` text;--> statement-breakpoint
ALTER TABLE `sessions` ADD `way` text;--> statement-breakpoint
ALTER TABLE `sessions` ADD `confirmed_at` integer;--> statement-breakpoint
CREATE INDEX `batch_entries_of` ON `batch_entries` (`response_id`);--> statement-breakpoint
CREATE INDEX `area_rows_of` ON `area_rows` (`file_id`);--> statement-breakpoint
CREATE INDEX `answer_reviews_of` ON `answer_reviews` (`response_id`);--> statement-breakpoint
CREATE INDEX `votes_of` ON `votes` (`statement_id`);--> statement-breakpoint
CREATE INDEX `poll_answers_of` ON `poll_answers` (`statement_id`);--> statement-breakpoint
CREATE INDEX `vote_history_of` ON `vote_history` (`statement_id`);--> statement-breakpoint
CREATE INDEX `interest_contacts_email` ON `interest_contacts` (`authority_id`,`email`);--> statement-breakpoint
CREATE INDEX `messages_of` ON `messages` (`interest_id`);--> statement-breakpoint
CREATE INDEX `conversation_statements_of` ON `conversation_statements` (`conversation_id`);--> statement-breakpoint
CREATE INDEX `conversation_voters_of` ON `conversation_voters` (`conversation_id`);