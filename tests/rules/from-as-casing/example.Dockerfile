FROM golang:1.24 as builder
