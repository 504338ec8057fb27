--liquibase formatted sql

--changeset tallybook:001-shelves
CREATE TABLE shelves (id int PRIMARY KEY, tags text[]);
CREATE TABLE "Thing" (id int PRIMARY KEY, "isLoud" boolean);
CREATE TABLE mail_address (id int PRIMARY KEY, status text);
--rollback DROP TABLE mail_address;
--rollback DROP TABLE "Thing";
--rollback DROP TABLE shelves;
