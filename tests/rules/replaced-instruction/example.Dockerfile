CMD ["a"]
CMD ["b"]
