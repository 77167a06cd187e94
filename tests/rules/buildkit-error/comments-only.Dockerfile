# Nothing is here yet.
#
# It will come.
